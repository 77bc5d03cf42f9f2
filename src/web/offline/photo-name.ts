const mark = 'photo:';

/** How a change names a photo that is still on this device. */
export const photoName = (id: string): string => `${mark}${id}`;

/** The photo's id on this device; null where the name is that of a file the server keeps. */
export const photoId = (file: string): string | null => (file.startsWith(mark) ? file.slice(mark.length) : null);
