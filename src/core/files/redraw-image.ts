import { differenceHash } from '#kernels/image-hash';
import { errors } from './errors.ts';
import { imageSize } from './image-size.ts';

export interface RedrawnImage {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What it shows, to find it again however it was saved. */
  readonly fingerprint: string;
}

/** Decoding takes four bytes a pixel: a small file may claim gigabytes. */
const limitMegapixels = 60;
/** Larger pictures show nothing more on a screen or in print on A3. */
const longestSide = 4_096;
const quality = 88;
const greySide = 72;

/**
 * Draws a picture anew, upright and at most 4,096 pixels long: what a camera or a program wrote beside the pixels is gone.
 *
 * @throws DomainError `files.tooManyPixels`, `files.broken`
 */
export async function redrawImage(bytes: Uint8Array, mediaType: string): Promise<RedrawnImage> {
  const claimed = imageSize(bytes);
  if (claimed === undefined) throw errors.broken();
  if (claimed.width * claimed.height > limitMegapixels * 1e6)
    throw errors.tooManyPixels({ ...claimed, limitMegapixels });
  // Loaded on first use: its native part costs a start more than most starts need.
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(bytes).catch((error: unknown) => {
    throw errors.broken({}, error);
  });
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  const small = createCanvas(greySide, greySide);
  const context = small.getContext('2d');
  context.drawImage(canvas, 0, 0, greySide, greySide);
  const { data } = context.getImageData(0, 0, greySide, greySide);
  const drawn = await (mediaType === 'image/png'
    ? canvas.encode('png')
    : canvas.encode(mediaType === 'image/webp' ? 'webp' : 'jpeg', quality));
  return { bytes: new Uint8Array(drawn), width, height, fingerprint: fingerprintOf(data) };
}

/** The usual weights of red, green and blue in brightness. */
function fingerprintOf(pixels: Uint8ClampedArray): string {
  const brightness = Uint8Array.from({ length: greySide * greySide }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 4, at * 4 + 3);
    return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  });
  return differenceHash({ width: greySide, height: greySide, brightness });
}
