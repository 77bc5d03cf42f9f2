/** A kind of file that is taken in. */
export interface FileKind {
  readonly family: 'image' | 'document' | 'video' | 'text';
  readonly mediaType: string;
  /** Extensions by which people know it, the first for files without one. */
  readonly extensions: readonly string[];
}

/** Largest size of each family, in megabytes. */
export const familyMegabytes: Readonly<Record<FileKind['family'], number>> = {
  image: 30,
  document: 50,
  video: 200,
  text: 20,
};

const office = 'application/vnd.openxmlformats-officedocument';

/** Everything that is taken in. What can run a program when it is opened is not among them. */
export const fileKinds: readonly FileKind[] = [
  { family: 'image', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'] },
  { family: 'image', mediaType: 'image/png', extensions: ['png'] },
  { family: 'image', mediaType: 'image/webp', extensions: ['webp'] },
  { family: 'document', mediaType: 'application/pdf', extensions: ['pdf'] },
  { family: 'document', mediaType: 'application/ofd', extensions: ['ofd'] },
  { family: 'document', mediaType: `${office}.wordprocessingml.document`, extensions: ['docx'] },
  { family: 'document', mediaType: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'] },
  { family: 'document', mediaType: `${office}.presentationml.presentation`, extensions: ['pptx'] },
  { family: 'video', mediaType: 'video/mp4', extensions: ['mp4', 'm4v'] },
  { family: 'text', mediaType: 'text/csv', extensions: ['csv'] },
  { family: 'text', mediaType: 'text/plain', extensions: ['txt'] },
];
