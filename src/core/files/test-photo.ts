/** A JPEG as a phone writes it: lying on its side, taken on 5 March 2026 at 31.5° north, 118.25° west, by a named camera. */
export function photoWithExif(jpeg: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(400);
  const maker = 'Secret Camera\0';
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  };
  bytes.writeUInt16LE(4, 8);
  entry(10, 0x010f, 2, maker.length, 200);
  entry(22, 0x0112, 3, 1, 6);
  entry(34, 0x8769, 4, 1, 80);
  entry(46, 0x8825, 4, 1, 120);
  bytes.write(maker, 200, 'latin1');
  bytes.writeUInt16LE(2, 80);
  entry(82, 0x9003, 2, 20, 220);
  entry(94, 0x9011, 2, 7, 240);
  bytes.write('2026:03:05 10:20:30\0', 220, 'latin1');
  bytes.write('+08:00\0', 240, 'latin1');
  bytes.writeUInt16LE(4, 120);
  entry(122, 1, 2, 2, 'N'.charCodeAt(0));
  entry(134, 2, 5, 3, 260);
  entry(146, 3, 2, 2, 'W'.charCodeAt(0));
  entry(158, 4, 5, 3, 290);
  const degrees = (at: number, parts: readonly number[]) =>
    parts.forEach((part, n) => {
      bytes.writeUInt32LE(part, at + n * 8);
      bytes.writeUInt32LE(1, at + n * 8 + 4);
    });
  degrees(260, [31, 30, 0]);
  degrees(290, [118, 15, 0]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), bytes]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff_e1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]));
}
