export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height as the head of a JPEG, PNG or WebP says, without decoding it; `undefined` where it does not say. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) === 0x89_50_4e_47) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (view.getUint16(0) === 0xff_d8) return sizeOfJpeg(view);
    return view.getUint32(8) === 0x57_45_42_50 ? sizeOfWebp(view) : undefined;
  } catch (error) {
    // The file ends before its head does.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function sizeOfJpeg(view: DataView): ImageSize | undefined {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Start of frame, of any of the coding processes; C4, C8 and CC are other tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
}

function sizeOfWebp(view: DataView): ImageSize | undefined {
  switch (view.getUint32(12)) {
    case 0x56_50_38_20: // VP8, lossy
      return { width: view.getUint16(26, true) & 0x3f_ff, height: view.getUint16(28, true) & 0x3f_ff };
    case 0x56_50_38_4c: {
      // VP8L, lossless: two sides of 14 bits, less one
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1 };
    }
    case 0x56_50_38_58: {
      // VP8X, extended: two sides of 24 bits, less one
      const side = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
      return { width: side(24), height: side(27) };
    }
    default:
      return undefined;
  }
}
