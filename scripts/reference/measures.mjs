import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../steps/root.mjs';
import { generated, table } from './markdown.mjs';

/** The measure dictionary as a table. */
export function measuresPage() {
  const { dictionary, version, measures } = parse(readFileSync(join(root, 'policies/measures.yaml'), 'utf8'));
  const rows = measures.map((measure) => [
    `\`${measure.id}\``,
    measure.zh,
    measure.en,
    measure.unit,
    measure.kind,
    measure.level,
    measure.stages.join(', '),
    measure.range?.join(' – '),
    (measure.forms ?? []).map(({ form, cell }) => `${form} ${cell}`).join('; '),
  ]);
  return `${generated}
# Measures

Dictionary \`${dictionary}\`, version ${version}, ${measures.length} measures. Source: \`policies/measures.yaml\`.

${table(['id', '中文', 'English', 'unit', 'kind', 'level', 'stages', 'range', 'form and cell'], rows)}
`;
}
