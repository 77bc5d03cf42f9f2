import type { OfficialDocument } from './model.ts';

export type OfficialFormat = 'docx' | 'pdf';

/** A document as a file that can be handed out. */
export interface OfficialFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** Characters that the PDF's font lacks; the file itself names them too. Always empty for docx. */
  readonly missing: readonly string[];
}

export interface OfficialFileRequest {
  /** The file's name without its extension. */
  readonly name: string;
  readonly format: OfficialFormat;
  /** When it is written: a PDF carries it. */
  readonly at: Date;
}

/** Writes an official document in one of its two formats, named and typed for whoever takes it. */
export async function writeOfficialFile(
  document: OfficialDocument,
  { name, format, at }: OfficialFileRequest,
): Promise<OfficialFile> {
  if (format === 'pdf') {
    const { writePdf } = await import('./write-pdf.ts');
    return { name: `${name}.pdf`, mediaType: 'application/pdf', ...(await writePdf(document, at)) };
  }
  const { writeDocx } = await import('./write-docx.ts');
  return {
    name: `${name}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await writeDocx(document),
    missing: [],
  };
}
