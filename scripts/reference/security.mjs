import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../steps/root.mjs';
import { generated, table } from './markdown.mjs';

const states = {
  met: 'met',
  partly: '**partly**',
  gap: '**gap**',
  deployment: 'the installation’s own',
  none: 'nothing of the kind',
};

/** The two security checklists, each line with the file that shows it. */
export function securityPage() {
  const { evidence, asvs, dengbao } = parse(readFileSync(join(root, 'docs/security.yaml'), 'utf8'));
  return `${generated}
# Security checklists

Source: \`docs/security.yaml\`. Gaps are named, not hidden.

${[asvs, dengbao].map((list) => section(list, evidence)).join('\n')}`;
}

function section({ title, note, lines }, evidence) {
  const counts = Object.keys(states).map((state) => `${lines.filter((line) => line[1] === state).length} ${state}`);
  const rows = lines.map(([number, state, what, shown = [], gap = '']) => [
    number,
    states[state],
    gap === '' ? what : `${what} — ${gap}`,
    shown.map((key) => `[${evidence[key].split('/').at(-1)}](../../${evidence[key]})`).join(', '),
  ]);
  return `## ${title}

${note}

${lines.length} lines: ${counts.join(', ')}.

${table(['', 'state', 'what is asked', 'shown by'], rows)}
`;
}
