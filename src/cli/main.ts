import { buildProgram } from './program.ts';
import { runProgram } from './run-program.ts';

// A closed pipe (`junheng … | head`) is the reader's choice, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await runProgram(buildProgram(), process.argv);
