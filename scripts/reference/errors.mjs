import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../steps/root.mjs';
import { generated, table } from './markdown.mjs';

/** Every error code with its status, text and remedy in both languages. */
export async function errorsPage() {
  for (const file of globSync('src/**/errors.ts', { cwd: root }).sort()) await import(pathToFileURL(join(root, file)));
  const { errorCatalogue } = await import('#core/errors');
  const entries = [...errorCatalogue()].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = entries.map(([code, { status, zh, en, remedy }]) => [
    `<a id="${code}"></a>\`${code}\``,
    status,
    `${zh}<br>${remedy.zh}`,
    `${en}<br>${remedy.en}`,
  ]);
  return `${generated}
# Error codes

Every refusal carries one of these codes (\`code\` in the problem+json answer and in \`--json\` output). \`{name}\` is filled in.
The command line ends with 3 for a status of 4xx, with 1 otherwise.

${table(['code', 'status', '中文', 'English'], rows)}
`;
}
