// A process that says what it finds, then opens cases and acts on them, several at once, until it is killed, saying what is done
// for good.
//
// node tests/integration/kill/case-victim.ts FOLDER FIRST_NUMBER
import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { type CaseRef, caseName } from '#engines/cases';
import { actor, openCountedCases, readCounted } from './counted-case.ts';
import { county } from './schools.ts';

const [folder = '', first = '0'] = argv.slice(2);
const counted = await openCountedCases(folder);
const { cases } = counted;

// Written at once, past every buffer: what was said must have been true.
const say = (line: string): void => void writeSync(1, `${line}\n`);
say(`state ${JSON.stringify(await readCounted(counted))}`);

const refs: CaseRef[] = (await cases.list(actor, { open: true, limit: 20 })).map((row) => ({
  county: row.county_code,
  id: row.case_id,
}));
for (let number = Number(first); ; number += 1) {
  const ref = refs[number % Math.max(refs.length, 1)];
  if (ref === undefined || number % 5 === 0) {
    const opened = await cases.open(actor, 'killTest.counted', {
      area: county,
      title: `case ${number}`,
      fields: { step: number },
      requestKey: `open-${number}`,
    });
    say(`done ${caseName(opened)} 1`);
    refs.push(opened);
    continue;
  }
  const { now } = await cases.read(actor, ref);
  const wanted = now.state === 'asked' ? ['grant', 'grant'] : number % 7 === 0 ? ['close'] : ['return', 'close'];
  say(`try ${caseName(ref)} ${now.seq + 1}`);
  // Two at once: one of them wins, the other is refused.
  const outcomes = await Promise.allSettled(
    wanted.map((action) => cases.act(actor, ref, action, { fields: { step: number }, seenSeq: now.seq })),
  );
  const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
  if (done !== 1) throw new Error(`${done} of ${wanted.length} acts on one case went through`);
  say(`done ${caseName(ref)} ${now.seq + 1}`);
  const after = await cases.read(actor, ref);
  if (after.now.isFinal) refs.splice(refs.indexOf(ref), 1);
}
