import { createServer } from 'node:net';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { hashDistance } from '#kernels/image-hash';
import { imageSize } from './image-size.ts';
import { intake } from './intake.ts';
import { readExif } from './read-exif.ts';
import { scanOf } from './scan.ts';
import { photoWithExif } from './test-photo.ts';

const scan = scanOf({});
const take = (name: string, bytes: Uint8Array) => intake({ name, bytes }, { scan });

async function picture(format: 'jpeg' | 'png' | 'webp', scale = 1): Promise<Uint8Array> {
  const canvas = createCanvas(320 * scale, 200 * scale);
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  for (let n = 0; n < 12; n += 1) {
    context.fillStyle = `rgb(${(n * 83) % 256}, ${(n * 47) % 256}, ${(n * 29) % 256})`;
    context.fillRect((n * 71) % 280, (n * 53) % 160, 90, 70);
  }
  return new Uint8Array(await (format === 'png' ? canvas.encode('png') : canvas.encode(format, 90)));
}

test('a photo is drawn anew: upright, without time, place or maker, which are told apart', async () => {
  const given = photoWithExif(await picture('jpeg'));
  expect(Buffer.from(given).includes('Exif')).toBe(true);
  const taken = await take('现场.JPG', given);
  expect(taken).toMatchObject({ mediaType: 'image/jpeg', takenAt: '2026-03-05T10:20:30+08:00' });
  expect(taken.place?.lat).toBeCloseTo(31.5, 6);
  expect(taken.place?.lng).toBeCloseTo(-118.25, 6);
  for (const word of ['Exif', 'GPS', 'Secret Camera']) expect(Buffer.from(taken.bytes).includes(word)).toBe(false);
  expect(readExif(taken.bytes)).toEqual({ takenAt: null, place: null });
  // The photo says that it lies on its side.
  const drawn = await loadImage(taken.bytes);
  expect([drawn.width, drawn.height]).toEqual([200, 320]);
});

test('the same picture smaller, in another format or again is known by its fingerprint, another is not', async () => {
  const first = (await take('a.jpg', await picture('jpeg'))).fingerprint ?? '';
  const others = [await take('b.png', await picture('png')), await take('c.webp', await picture('webp', 2))];
  for (const { fingerprint } of others) expect(hashDistance(first, fingerprint ?? '')).toBeLessThanOrEqual(4);
  const plain = createCanvas(320, 200);
  const context = plain.getContext('2d');
  for (let n = 0; n < 20; n += 1) {
    context.fillStyle = `hsl(${n * 40} 70% ${(n * 37) % 100}%)`;
    context.fillRect((n * 131) % 320, 0, 40, 200);
  }
  const other = await take('d.png', new Uint8Array(await plain.encode('png')));
  expect(hashDistance(first, other.fingerprint ?? '')).toBeGreaterThan(10);
});

test.each(['jpeg', 'png', 'webp'] as const)('the head of a %s says its size', async (format) => {
  expect(imageSize(await picture(format))).toEqual({ width: 320, height: 200 });
});

test('a picture that claims too many pixels is refused before it is decoded', async () => {
  const bomb = Buffer.from(await picture('png'));
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  await expect(take('bomb.png', bomb)).rejects.toMatchObject({ code: 'files.tooManyPixels' });
  const half = (await picture('jpeg')).subarray(0, 300);
  await expect(take('half.jpg', half)).rejects.toMatchObject({ code: 'files.broken' });
});

const word = (extra: Readonly<Record<string, string>> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml':
          '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        'word/document.xml': '<w/>',
        ...extra,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

test('documents are taken by what they are', async () => {
  expect((await take('总结.docx', word())).mediaType).toContain('wordprocessingml');
  expect(
    (await take('文件.ofd', zipSync({ 'OFD.xml': strToU8('<ofd/>'), 'Doc_0/Document.xml': strToU8('<d/>') })))
      .mediaType,
  ).toBe('application/ofd');
  expect((await take('scan.pdf', strToU8('%PDF-1.7\n%âãÏÓ\n'))).mediaType).toBe('application/pdf');
  expect((await take('名单.csv', strToU8('学校,人数\n一小,3\n'))).mediaType).toBe('text/csv');
});

test.each([
  ['a macro inside', 'a.docx', word({ 'word/vbaProject.bin': 'x' }), 'files.macrosRefused'],
  ['another type than its name says', 'a.pdf', strToU8('plain text'), 'files.typeDiffers'],
  [
    'a picture called a document',
    'a.docx',
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0),
    'files.typeDiffers',
  ],
  ['a program', 'a.exe', strToU8('MZ\u0090\u0000\u0003'), 'files.kindRefused'],
  ['a web page', 'a.html', strToU8('<!doctype html><script>alert(1)</script>'), 'files.typeDiffers'],
  ['nothing', 'a.bin', new Uint8Array(0), 'files.typeDiffers'],
  ['bytes of no kind', 'a', Uint8Array.of(1, 2, 3, 0, 4), 'files.kindRefused'],
])('%s is refused', async (_what, name, bytes, code) => {
  await expect(take(name, bytes)).rejects.toMatchObject({ code });
});

test('whatever comes is taken or refused in words, never a crash', async () => {
  const photo = photoWithExif(await picture('jpeg'));
  const document = word();
  const mutated = fc
    .tuple(
      fc.constantFrom(photo, document),
      fc.array(fc.tuple(fc.nat(1_000), fc.nat(255)), { maxLength: 30 }),
      fc.nat(2_000),
    )
    .map(([from, changes, cut]) => {
      const bytes = Uint8Array.from(from.subarray(0, from.byteLength - (cut % from.byteLength)));
      for (const [at, value] of changes) if (at < bytes.byteLength) bytes[at] = value;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(mutated, fc.constantFrom('a.jpg', 'a.docx', 'a'), async (bytes, name) => {
      await take(name, bytes).catch((error: unknown) => expect(error).toMatchObject({ code: /^files\./ }));
      readExif(bytes);
    }),
    { numRuns: 150 },
  );
});

test('a scanning program decides; one that fails lets nothing pass', async () => {
  const text = strToU8('ok');
  const rules = (scanCommand: string) => ({ scan: scanOf({ scanCommand }) });
  const file = { name: 'a.txt', bytes: text };
  expect((await intake(file, rules('true'))).mediaType).toBe('text/plain');
  await expect(intake(file, rules('false'))).rejects.toMatchObject({ code: 'files.infected' });
  await expect(intake(file, rules('grep -q never-there-x'))).rejects.toMatchObject({ code: 'files.infected' });
  await expect(intake(file, rules('no-such-program-here'))).rejects.toMatchObject({ code: 'files.scanFailed' });
});

test('clamd is asked in its own words', async () => {
  const heard: Buffer[] = [];
  const clamd = createServer({ allowHalfOpen: true }, (socket) => {
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('end', () => {
      const all = Buffer.concat(parts);
      heard.push(all);
      socket.end(all.includes('EICAR') ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve));
  const address = clamd.address();
  const clamdSocket = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const asked = { scan: scanOf({ clamdSocket }) };
  await intake({ name: 'a.txt', bytes: strToU8('good') }, asked);
  expect(heard[0]?.toString('latin1')).toBe('zINSTREAM\0\0\0\0\x04good\0\0\0\0');
  await expect(intake({ name: 'a.txt', bytes: strToU8('EICAR') }, asked)).rejects.toMatchObject({
    code: 'files.infected',
  });
  await new Promise((resolve) => clamd.close(resolve));
  await expect(intake({ name: 'a.txt', bytes: strToU8('good') }, asked)).rejects.toMatchObject({
    code: 'files.scanFailed',
  });
});
