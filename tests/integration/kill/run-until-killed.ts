import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Everything a process said before it was killed, some lines and a moment of chance after it was ready.
 *
 * @param victim a script beside this one, which says on its first line what it found
 * @param mostLines it is killed after fewer lines than this
 * @throws Error where the process ends by itself
 */
export async function runUntilKilled(
  victim: string,
  [folder, first]: readonly [folder: string, first: number],
  random: () => number,
  mostLines: number,
): Promise<readonly string[]> {
  const script = path.resolve('tests/integration/kill', victim);
  const child = spawn(process.execPath, [script, folder, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines: string[] = [];
  const linesBefore = Math.floor(random() * mostLines);
  const share = random();
  let started = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === 1) {
      started = performance.now();
    }
    // The first line is the state found on opening.
    if (lines.length === 1 + linesBefore) {
      // About as long as one more line takes, so that the moment falls before, in or after the next act.
      const perLineMs = linesBefore === 0 ? 200 : (performance.now() - started) / linesBefore;
      setTimeout(() => child.kill('SIGKILL'), share * perLineMs * 1.5);
    }
  }
  const [code] = (await gone) as [number | null];
  if (code !== null) {
    throw new Error(`the process ended by itself with ${code}`);
  }
  return lines;
}
