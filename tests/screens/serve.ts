import { startFixtureServer } from './index.ts';

await startFixtureServer(process.argv[2] ?? 'dist/web', Number(process.argv[3] ?? 7391));
process.stdout.write('listening\n');
