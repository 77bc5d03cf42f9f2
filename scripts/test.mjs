// npm test: everything that can fail, in three parts: `main` (embedded database), `postgres` (when DATABASE_URL is set),
// `browser` (the stories in a real browser). The last line printed is the sum.
//
// npm test -- --part main          only that part (may be repeated)
// npm test -- --allow-no-browser   do not fail where no browser is found
// npm test -- <words>              only the files whose path holds one of the words
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './steps/browser.mjs';
import { installIfNeeded } from './steps/install.mjs';
import { root } from './steps/root.mjs';
import { run } from './steps/run.mjs';
import { findRuntime, refuseOldNode } from './steps/runtime.mjs';
import { buildWebIfStale } from './steps/web-build.mjs';

const { values: flags, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { part: { type: 'string', multiple: true }, 'allow-no-browser': { type: 'boolean' } },
});
const wants = (part) => flags.part?.includes(part) ?? true;

refuseOldNode();
await installIfNeeded();
const runtime = findRuntime();
const { DATABASE_URL, ...environment } = process.env;
const sum = { passed: 0, failed: 0, skipped: 0 };
let isComplete = true;

if (wants('main')) await runPart('main', 'vitest.config.ts', {});
if (wants('postgres') && DATABASE_URL !== undefined) {
  await runPart('postgres', 'vitest.postgres.config.ts', { DATABASE_URL });
} else if (wants('postgres')) {
  console.log('DATABASE_URL is not set: the tests ran on the embedded database only.');
}
if (wants('browser')) await runStories();

const counts = `${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`;
console.log(counts);
process.exitCode = isComplete && sum.failed === 0 && sum.passed > 0 ? 0 : 1;

async function runStories() {
  const browser = await findBrowser();
  if (browser === undefined) {
    console.error('没有找到 Chrome、Edge 或 Chromium：浏览器测试没有运行。可用 JUNHENG_BROWSER 指定浏览器程序。');
    console.error(
      'No Chrome, Edge or Chromium was found: the browser stories DID NOT RUN. JUNHENG_BROWSER may name one.',
    );
    isComplete &&= flags['allow-no-browser'] === true;
    return;
  }
  if (!(await buildWebIfStale(runtime))) {
    sum.failed += 1;
    return;
  }
  await runPart('browser', 'vitest.browser.config.ts', { JUNHENG_BROWSER: browser });
}

/** Runs one vitest configuration and adds its counts; a part that ended badly counts at least one failure. */
async function runPart(part, config, extraEnvironment) {
  console.log(`\n── ${part} ──`);
  const report = join(root, `.cache/test/${part}.json`);
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(runtime, [vitest, 'run', '--config', config, '--passWithNoTests', ...reporters, ...words], {
    env: { ...environment, ...extraEnvironment },
  });
  const before = sum.failed;
  addCounts(report);
  if (code !== 0 && sum.failed === before) sum.failed += 1;
}

function addCounts(report) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    sum.failed += 1;
    return;
  }
  sum.passed += result.numPassedTests;
  sum.failed += result.numFailedTests;
  sum.skipped += result.numPendingTests + result.numTodoTests;
  // A file that could not even be loaded has no tests to count.
  sum.failed += result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
}
