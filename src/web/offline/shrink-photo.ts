/** The longer side of a photo as it is sent: enough to read a sign on a wall, small enough for a weak network. */
const longestSide = 1600;

/** A smaller JPEG of a photo, without the place and device that cameras write into it; the file itself where it is no picture. */
export async function shrinkPhoto(file: File): Promise<{ readonly blob: Blob; readonly name: string }> {
  if (!file.type.startsWith('image/')) return { blob: file, name: file.name };
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 });
  return { blob, name: `${file.name.replace(/\.\w+$/, '')}.jpg` };
}
