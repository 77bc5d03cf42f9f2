import type { FileAnswer } from './route.ts';

/** The headers of a download; a name in any script survives (RFC 6266). */
export function fileHeaders({ name, mediaType }: FileAnswer): Readonly<Record<string, string>> {
  const plain = name.replaceAll(/[^\w.-]+/g, '_');
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
}
