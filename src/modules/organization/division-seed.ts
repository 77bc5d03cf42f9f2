import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { CopyValue, Seed, Session } from '#core/db';

// Raise when the data files change, so that running databases take the new edition.
const edition = 'divisions-2023-1';

// Found from the package's own root, because data lies outside every room.
const folder = new URL('../../../data-sets/divisions-2023/', import.meta.url);
const unpack = promisify(brotliDecompress);

/** The division table of China as of 2023-06-30 with the dated changes known, loaded into every new database. */
export const divisionSeed: Seed = {
  id: edition,
  async load(session) {
    await loadAreas(session);
    await loadChanges(session);
  },
};

async function loadAreas(session: Session): Promise<void> {
  const text = (await unpack(await readFile(new URL('areas.tsv.br', folder)))).toString('utf8');
  const columns = ['code', 'level', 'kind', 'parent_code', 'name', 'name_key'];
  await session.query('CREATE TEMP TABLE area_in (LIKE area INCLUDING DEFAULTS) ON COMMIT DROP');
  await session.copyIn({ table: 'area_in', columns }, linesOf(text));
  await session.query(`INSERT INTO area (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM area_in ORDER BY code
    ON CONFLICT (code) DO UPDATE SET level = excluded.level, kind = excluded.kind, parent_code = excluded.parent_code,
      name = excluded.name, name_key = excluded.name_key`);
  await session.query('DROP TABLE area_in');
}

async function loadChanges(session: Session): Promise<void> {
  const text = await readFile(new URL('changes.tsv', folder), 'utf8');
  for (const [from, to, on, kind, confidence, note] of linesOf(text.replaceAll('\r', ''))) {
    await session.query('INSERT INTO area_change VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
      from,
      to,
      on,
      kind,
      `${String(note)} (${String(confidence)})`,
    ]);
  }
}

function linesOf(text: string): readonly (readonly CopyValue[])[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t').map((cell) => (cell === '' ? null : cell)));
}
