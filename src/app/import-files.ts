import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '#core/errors';
import type { Exchange, ImportPreview, ImportRequest } from '#engines/exchange';
import { appErrors } from './errors.ts';

export interface ImportFilesOptions {
  readonly files: readonly string[];
  /** Id of a shipped profile, or the path of one. */
  readonly profile: string | undefined;
  readonly schoolYear: number | undefined;
  readonly area: string;
  readonly partial: boolean;
  /** Check only and keep nothing. */
  readonly isDryRun?: boolean;
  readonly by: string;
  readonly at: Date;
  readonly progress: (text: string) => void;
}

/**
 * Imports files one after another, each in one transaction.
 *
 * @throws DomainError `app.rowsRefused` with the findings as its cause, `app.profileMissing`, `app.fileNotFound`, `exchange.*`, `sheets.*`
 */
export async function importFiles(exchange: Exchange, options: ImportFilesOptions): Promise<readonly ImportPreview[]> {
  const { profile, files } = options;
  const [first = ''] = files;
  if (profile === undefined) throw appErrors.profileMissing({ file: path.basename(first) });
  const text = isPath(profile) ? (await readGiven(profile)).toString('utf8') : profile;
  const previews: ImportPreview[] = [];
  for (const file of files) {
    options.progress(path.basename(file));
    const request = {
      areaCode: options.area,
      schoolYear: options.schoolYear ?? null,
      profile: text,
      file: { name: path.basename(file), bytes: await readGiven(file) },
      by: options.by,
      at: options.at,
    };
    previews.push(
      options.isDryRun === true
        ? await exchange.dryRunImport(request)
        : await importOne(exchange, request, options.partial),
    );
  }
  return previews;
}

async function importOne(exchange: Exchange, request: ImportRequest, partial: boolean): Promise<ImportPreview> {
  try {
    return (await exchange.importFile({ ...request, partial })).preview;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'exchange.hasRefusals') throw error;
    const { refused, findings } = await exchange.dryRunImport(request);
    throw appErrors.rowsRefused({ file: request.file.name, count: refused }, findings);
  }
}

/** @throws DomainError `app.fileNotFound` */
export async function readGiven(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: unknown) => {
    throw appErrors.fileNotFound({ file: path.basename(file) }, cause);
  });
}

/** Whether an argument names a file instead of an id. */
export function isPath(text: string): boolean {
  return /[\\/]|\.ya?ml$/i.test(text);
}
