import { z } from 'zod';

export const fileParams = z.object({ file: z.string().min(1).max(120) });

export const uploadQuery = z.object({
  /** The county (or the area above it) the file belongs to. */
  area: z.string().min(6).max(40),
  /** The school it belongs to, where it is of one. */
  unit: z.string().max(80).optional(),
});

/** Fields of the upload beside its one `file`. */
export const uploadForm = z.object({
  /** Whether the time a photo was taken is kept. */
  keepTime: z.stringbool().default(true),
  /** Whether the place a photo was taken is kept. */
  keepPlace: z.stringbool().default(false),
});

const place = z.object({ lng: z.number(), lat: z.number() });

export const keptFile = z.object({
  id: z.string(),
  area: z.string(),
  unit: z.string().nullable(),
  sha256: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  /** Local time by the camera's clock; null where it is unknown or was not kept. */
  takenAt: z.string().nullable(),
  place: place.nullable(),
  /** The record that refers to it, `kind:id`; null as long as none does. */
  about: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});

export const uploadedFile = keptFile.extend({
  /** What the photo itself said, whether it was kept or not; both are gone from its bytes. */
  found: z.object({ takenAt: z.string().nullable(), place: place.nullable() }),
});

/** The doors of uploaded files. */
export const filesRoutes = {
  add: {
    method: 'POST',
    path: '/files',
    titleKey: 'files.add',
    access: { permission: 'files.add', at: { area: 'query.area', unit: 'query.unit' } },
    query: uploadQuery,
    form: uploadForm,
    response: uploadedFile,
    errors: [
      'files.kindRefused',
      'files.typeDiffers',
      'files.tooLarge',
      'files.tooManyPixels',
      'files.macrosRefused',
      'files.broken',
      'files.infected',
      'files.scanFailed',
      'files.storeFailed',
      'core.fileMissing',
    ],
  },
  file: {
    method: 'GET',
    path: '/files/:file',
    titleKey: 'files.file',
    access: { permission: 'files.read', at: 'record' },
    params: fileParams,
    response: keptFile,
    errors: ['files.fileNotFound'],
  },
  content: {
    method: 'GET',
    path: '/files/:file/content',
    titleKey: 'files.content',
    access: { permission: 'files.read', at: 'record' },
    params: fileParams,
    response: z.instanceof(Uint8Array),
    errors: ['files.fileNotFound', 'files.storeFailed'],
  },
} as const;

export type KeptFile = z.infer<typeof keptFile>;
export type UploadedFile = z.infer<typeof uploadedFile>;
