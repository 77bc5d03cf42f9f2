import type { Command } from 'commander';
import { wholeNumber } from './arguments.ts';

interface Options {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
  readonly demo: boolean;
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('open the screens and the API on this machine · 启动')
    .option('--port <number>', 'port; the next free one where it is taken', wholeNumber)
    .option('--host <address>', '127.0.0.1 = this machine only, 0.0.0.0 = the local network')
    .option('--data <dir>', 'data folder')
    .option('--no-demo', 'do not load the invented county into an empty database')
    .addHelpText('after', '\nExample:\n  junheng serve --port 8080')
    .action(async (options: Options) => {
      const { serve } = await import('#app');
      await serve({ ...options, say: (line) => process.stdout.write(`${line}\n`) });
    });
}
