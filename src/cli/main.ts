import { setFlagsFromString } from 'node:v8';
import { withOrigin } from '#core/origin';
import { buildProgram } from './program.ts';
import { runProgram } from './run-program.ts';

// Memory of typed arrays counts toward the heap's own limit. Without it every 64 MB of columns start a full collection that walks
// all the strings of a nation's schools: a third of an evaluation's time.
setFlagsFromString('--external-memory-accounted-in-global-limit');
// A closed pipe (`junheng … | head`) is the reader's choice, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
// Whoever runs the process owns the data folder; the audit trail says so.
const origin = { actor: { id: 'operator', kind: 'operator' }, channel: 'command' } as const;
process.exitCode = await withOrigin(origin, () => runProgram(buildProgram(), process.argv));
