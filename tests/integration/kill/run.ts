// The long run: node tests/integration/kill/run.ts [KILLS=1000] [SEED=1] [imports|cases]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argv, stdout } from 'node:process';
import { killCaseRounds } from './kill-case-rounds.ts';
import { killRounds } from './kill-rounds.ts';
import { seededRandom } from './seeded-random.ts';

const [kills = '1000', seed = '1', what = 'imports'] = argv.slice(2);
const rounds = what === 'cases' ? killCaseRounds : killRounds;
const folder = await mkdtemp(path.join(tmpdir(), 'junheng-kill-'));
const sum = await rounds(folder, Number(kills), seededRandom(Number(seed)), (round) => {
  if (round % 10 === 0) stdout.write(`${round} kills\n`);
});
await rm(folder, { recursive: true, force: true });
stdout.write(`${JSON.stringify(sum)}\n`);
