import { operatorPrincipal } from '#core/access';
import { writeDocx } from '#engines/documents';
import { demoCountyCode, playLedger } from '#modules/demo';
import type { Application } from './application.ts';
import { openCases } from './open-cases.ts';
import { openLedger } from './open-ledger.ts';

/**
 * Lets the ledger of the demo county live through two years, by a clock of its own, and measures the other counties as they are.
 * A county that has a ledger already keeps it. What cases would tell people stays unsaid.
 */
export async function writeDemoLedger(application: Application): Promise<void> {
  const { database, audit, organization, conditions, balance, files, gate, policy } = application;
  let clock = application.now();
  const now = () => clock;
  const cases = await openCases({
    database,
    gate,
    audit,
    now,
    keepFile: (session, file, about) => files.keep(session, file, about),
  });
  const { ledger, projects } = await openLedger({
    database,
    audit,
    organization,
    conditions,
    balance,
    cases,
    gate,
    now,
    namesOf: async () => new Map(),
    costs: policy.costs,
  });
  await cases.start();
  const counties = await database.query<{ code: string }>(
    `SELECT DISTINCT county_code AS code FROM unit WHERE county_code NOT IN (SELECT county_code FROM ledger_line)
     ORDER BY county_code`,
  );
  for (const { code: county } of counties) {
    if (county !== demoCountyCode) {
      await ledger.measure(county, { principal: operatorPrincipal('operator'), at: application.now() });
      continue;
    }
    await playLedger({
      ledger,
      projects,
      cases,
      county,
      evidence: async (by, name) => {
        const bytes = await writeDocx({
          language: 'zh',
          title: name.replace('.docx', ''),
          body: [{ kind: 'paragraph', text: '演示用，不是真实材料。' }],
        });
        const { id } = await files.add(by, { area: county, name, bytes, keepTime: false, keepPlace: false });
        return { file: id, name };
      },
      setClock: (at) => {
        clock = at;
      },
    });
    clock = application.now();
  }
}
