// A process that says what it finds, then imports, takes back and evaluates until it is killed, saying what is done for good.
//
// node tests/integration/kill/victim.ts FOLDER FIRST_NUMBER
import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { openApplication } from '#app';
import { readState } from './read-state.ts';
import { baseOf, county, fileOf, profile, schoolYear } from './schools.ts';

const [folder = '', first = '0'] = argv.slice(2);
const application = await openApplication({ place: { kind: 'folder', folder } });
const { exchange, balance } = application;
const by = 'victim';

// Written at once, past every buffer: what was said must have been true.
const say = (line: string): void => void writeSync(1, `${line}\n`);

const batches = (await exchange.listImports(county))
  .filter(({ state }) => state === 'committed')
  .map(({ id, fileName }) => ({ id, base: baseOf(fileName) }))
  .sort((a, b) => a.base - b.base);
say(`state ${JSON.stringify(await readState(application))}`);

for (let number = Number(first); ; number += 1) {
  const last = batches.at(-1);
  const at = new Date();
  if (number % 3 === 2 && last !== undefined && batches.length > 1) {
    say(`try undo ${last.base}`);
    await exchange.undoImport({ areaCode: county, batchId: last.id, reason: 'kill test', by, at });
    batches.pop();
    say(`done undo ${last.base}`);
  } else {
    const request = { areaCode: county, schoolYear, profile, file: fileOf(number), by, at };
    const { batchId } = await exchange.previewImport(request);
    say(`try import ${number}`);
    await exchange.commitImport({ areaCode: county, batchId: batchId ?? '', partial: false, at });
    batches.push({ id: batchId ?? '', base: number });
    say(`done import ${number}`);
  }
  if (number % 4 === 0) {
    const snapshot = await balance.takeSnapshot(county, { year: schoolYear }, { by, at });
    say(`done snapshot ${snapshot.id}`);
  }
}
