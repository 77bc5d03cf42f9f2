// Looks at screens: screenshots, axe findings, console errors and what sticks out sideways.
//
// node tests/screens/look.ts BASE OUT [path…]     e.g. http://127.0.0.1:7070 /tmp/shots /areas/990001/overview
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openBrowser } from './browser.ts';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const [base = 'http://127.0.0.1:7070', out = '/tmp/screens', ...paths] = process.argv.slice(2);
const only = process.env['ONLY']?.split(',') ?? [];

const say = (text: string) => process.stdout.write(`${text}\n`);

mkdirSync(out, { recursive: true });
const browser = await openBrowser();
let faults = 0;
for (const path of paths) {
  for (const [name, viewport] of Object.entries(sizes)) {
    for (const language of ['zh-CN', 'en']) {
      const label = `${path.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '')}-${name}-${language}`;
      if (only.length > 0 && !only.every((part) => label.includes(part))) continue;
      const page = await browser.newPage({ viewport });
      const said: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(String(error)));
      const address = new URL(path, base);
      address.searchParams.set('lang', language);
      await page.goto(address.href);
      await page.waitForLoadState('networkidle', { timeout: 8000 }).catch(() => undefined);
      await page.waitForTimeout(Number(process.env['WAIT'] ?? 500));
      await page.screenshot({ path: join(out, `${label}.png`), fullPage: process.env['FULL'] !== 'no' });
      await page.evaluate(axeSource);
      const axe: AxeResult = await page.evaluate('axe.run({ resultTypes: ["violations"] })');
      const wider: number = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      for (const { id, help, nodes } of axe.violations) {
        faults += 1;
        say(`${label}  axe ${id}: ${help} (${nodes.length})  ${nodes[0]?.html.slice(0, 160)}`);
      }
      for (const text of new Set(said)) {
        faults += 1;
        say(`${label}  console: ${text.slice(0, 300)}`);
      }
      if (wider > 0) {
        faults += 1;
        say(`${label}  ${wider} px wider than the window`);
      }
      await page.close();
    }
  }
}
await browser.close();
say(faults === 0 ? 'nothing found' : `${faults} findings`);
process.exitCode = faults === 0 ? 0 : 1;
