import { newId } from '#core/ids';
import { parseCaseName } from '#engines/cases';
import { itemsOf } from '#standards';
import type { Application } from './application.ts';
import { dayFrom, demoEvidence, demoPerson } from './demo-people.ts';

type Parts = Pick<Application, 'campaigns' | 'cases' | 'files' | 'library' | 'sheets' | 'now'>;

const instrument = 'CN-KG-CONDUCT';

/** What each visit found: the items answered wrongly, with the words an inspector wrote. */
const visits: readonly Readonly<Record<string, string>>[] = [
  {},
  { feesFound: '一名幼儿多收一个月伙食费（虚构）' },
  {},
  { falseClaims: '', advertisingFound: '招生海报夸大师资（虚构）' },
  {},
];

/** A campaign over the kindergartens of the county: a few visits made, what they found being mended. */
export async function writeDemoCampaign(parts: Parts, county: string): Promise<void> {
  const { campaigns, cases, now } = parts;
  const at = now();
  const officer = { principal: demoPerson(county, 'county-officer'), at };
  const inspector = { principal: demoPerson(county, 'inspector'), at };
  const campaign = await campaigns.open(
    county,
    {
      instrument,
      title: `${at.getUTCFullYear()} 年幼儿园办园行为专项检查（虚构）`,
      basis: '新时代基础教育扩优提质行动计划',
      fromOn: dayFrom(at, -20),
      untilOn: dayFrom(at, 25),
      rectifyBy: dayFrom(at, 55),
    },
    officer,
  );
  for (const [nth, found] of visits.entries()) {
    const visited = campaign.rows[nth * 3];
    if (visited !== undefined) await visit(parts, { area: county, sheet: visited.sheet }, found, inspector);
  }
  const { rows } = await campaigns.campaign(county, campaign.id, officer.principal);
  const [mending] = rows.filter((row) => row.case !== null);
  const ref = parseCaseName(mending?.case ?? '');
  if (mending === undefined || ref === undefined) return;
  const head = demoPerson(county, 'principal', mending.unit);
  const files = await demoEvidence(parts, head, { area: county, unit: mending.unit, name: '整改报告（虚构）.docx' });
  await cases.act(head, ref, 'rectified', { fields: { done: '已退还多收费用，并在园门口公示。' }, files });
  await cases.act(inspector.principal, ref, 'accept');
}

async function visit(
  { sheets, library, now }: Parts,
  key: { readonly area: string; readonly sheet: string },
  found: Readonly<Record<string, string>>,
  act: Parameters<Application['sheets']['sync']>[2],
): Promise<void> {
  const at = now();
  const photo = await sheets.keepFile(key, greySquare, act);
  const plain: Readonly<Record<string, string | number>> = {
    visitedOn: dayFrom(at, -6),
    inspectors: 2,
    children: 96,
    teachers: 14,
    largest: 29,
  };
  const changes = itemsOf(library.find(instrument).instrument).flatMap(({ id, type, askedIf }) => {
    const asked = askedIf === null ? undefined : found[askedIf];
    const value =
      type.kind === 'yesNo'
        ? id in found !== type.positive
        : (plain[id] ??
          (asked === undefined ? null : type.kind === 'text' ? asked : type.kind === 'date' ? dayFrom(at, 20) : null));
    if (value === null && (asked === undefined || type.kind !== 'files')) return [];
    return [{ id: newId(at), item: id, base: 0, value, note: '', files: [photo], writtenAt: at }];
  });
  await sheets.sync(key, changes, act);
  await sheets.submit(key, act);
}

/** A grey square: the invented county has no photos. */
const greySquare = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkqK//DwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
