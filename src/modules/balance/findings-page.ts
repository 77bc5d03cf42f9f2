import { readCursor, writeCursor } from '#core/http';
import { type Finding, type FindingRule, type Findings, signalRules } from './contract.ts';
import { balanceErrors } from './errors.ts';
import type { AreaEvaluation, BalanceDoors } from './evaluate-area.ts';
import { disagreementIssues, listFindings } from './list-findings.ts';
import type { Evaluated } from './model.ts';
import { findDifferentSums } from './quality/different-sums.ts';
import { findIssues } from './quality/find-issues.ts';
import type { Issue, QualityChecks } from './quality/model.ts';
import { photosTwiceIssues } from './quality/photos-twice.ts';
import { sharedStaffIssues } from './quality/shared-staff.ts';
import { deleteFindingAnswer, listFindingAnswers, putFindingAnswer } from './repository.ts';

const ruleNames: Readonly<Record<FindingRule, { zh: string; en: string }>> = {
  range: { zh: '超出可能范围', en: 'outside the possible range' },
  logic: { zh: '互相矛盾', en: 'figures that contradict each other' },
  disagreement: { zh: '与名册不一致', en: 'return and rows disagree' },
  outlier: { zh: '明显偏离各校', en: 'far from the other schools' },
  copiedYear: { zh: '与上年雷同', en: "last year's figures again" },
  digits: { zh: '尾数异常', en: 'unusual last digits' },
  countedTwice: { zh: '一人多校', en: 'people counted twice' },
  differentSums: { zh: '各级合计不一致', en: 'sums that differ between levels' },
  photoTwice: { zh: '照片重复使用', en: 'photos used twice' },
  missing: { zh: '缺项', en: 'figures missing' },
};

/** Every finding about an area's figures of one school year, with what was answered. */
export async function findingsOf(
  { database, registry }: BalanceDoors,
  checks: QualityChecks,
  area: AreaEvaluation,
  previous: Evaluated | undefined,
): Promise<Finding[]> {
  const { head, evaluated } = area;
  const { input } = evaluated;
  const issues: Issue[] = [
    ...(await reportedIssues(registry, checks, area, previous)),
    ...photosTwiceIssues(input, await registry.evidencePhotos(head.area.code), checks),
  ];
  return listFindings(input, issues, await listFindingAnswers(database, areasOf(area), head.schoolYear));
}

const issuesOf = new WeakMap<AreaEvaluation['disagreements'], Promise<readonly Issue[]>>();

/** What imports brought; found once for each reading of the area, since a list is asked for page by page. */
function reportedIssues(
  registry: BalanceDoors['registry'],
  checks: QualityChecks,
  area: AreaEvaluation,
  previous: Evaluated | undefined,
): Promise<readonly Issue[]> {
  const known = issuesOf.get(area.disagreements);
  if (known !== undefined) return known;
  const made = findReported(registry, checks, area, previous);
  issuesOf.set(area.disagreements, made);
  made.catch(() => issuesOf.delete(area.disagreements));
  return made;
}

async function findReported(
  registry: BalanceDoors['registry'],
  checks: QualityChecks,
  { evaluated: { input }, head, disagreements, entry }: AreaEvaluation,
  previous: Evaluated | undefined,
): Promise<readonly Issue[]> {
  const { dictionary } = entry.compiled;
  return [
    ...findIssues({
      schoolYear: head.schoolYear,
      units: input.units,
      previous: previous === undefined ? null : { schoolYear: previous.input.schoolYear, units: previous.input.units },
      dictionary,
      checks,
    }),
    ...disagreementIssues(input, disagreements, dictionary),
    ...findDifferentSums(input, dictionary, checks),
    ...sharedStaffIssues(input, await registry.staffCountedTwice(head.area.code, head.schoolYear), checks),
  ];
}

export function pageOfFindings(
  { head }: AreaEvaluation,
  all: readonly Finding[],
  asked: {
    readonly rule?: FindingRule | undefined;
    readonly state?: Finding['state'] | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Findings {
  const wanted = all.filter(
    ({ rule, state }) =>
      (asked.rule === undefined || rule === asked.rule) && (asked.state === undefined || state === asked.state),
  );
  const from = asked.cursor === undefined ? 0 : Number(readCursor(asked.cursor, 1)[0]);
  const to = from + asked.limit;
  const open = (findings: readonly Finding[]) => findings.filter(({ state }) => state === 'open').length;
  return {
    area: head.area,
    schoolYear: head.schoolYear,
    total: all.length,
    grave: all.filter(({ gravity }) => gravity === 'grave').length,
    open: open(all),
    byRule: [...Map.groupBy(all, ({ rule }) => rule)].map(([rule, of]) => ({
      rule,
      name: ruleNames[rule],
      isSignal: signalRules.includes(rule),
      total: of.length,
      open: open(of),
    })),
    rows: wanted.slice(from, to),
    nextCursor: to < wanted.length ? writeCursor([to]) : null,
  };
}

/** Keeps a person's answer to a finding. @throws DomainError `balance.findingNotFound`, `balance.reasonMissing` */
export async function answerFinding(
  { database, audit }: BalanceDoors,
  area: AreaEvaluation,
  all: readonly Finding[],
  given: {
    readonly finding: string;
    readonly state: Finding['state'];
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<Finding> {
  const found = all.find(({ id }) => id === given.finding);
  if (found === undefined) throw balanceErrors.findingNotFound({ finding: given.finding });
  const county = found.unit?.county ?? found.area?.code ?? area.head.area.code;
  const { state, reason, by, at } = given;
  const { schoolYear } = area.head;
  if (state !== 'open' && reason.trim() === '') throw balanceErrors.reasonMissing();
  await database.transaction(async (session) => {
    if (state === 'open') await deleteFindingAnswer(session, county, schoolYear, found.id);
    else {
      await putFindingAnswer(session, county, schoolYear, { finding: found.id, state, reason, by_person: by, at });
    }
    const on = { kind: 'finding', id: found.id, area: county, unit: found.unit?.unit };
    await audit.append(session, {
      act: 'balance.answerFinding',
      on,
      result: 'done',
      reason,
      details: { state, year: schoolYear },
    });
  });
  if (state === 'open') return { ...found, state, reason: '', by: null, at: null };
  return { ...found, state, reason, by, at: at.toISOString() };
}

/** The area itself, and every area below it that findings can be about. */
function areasOf({ evaluated: { input }, head }: AreaEvaluation): string[] {
  return [
    head.area.code,
    ...input.areas.code.filter((code, row) => input.areas.level[row] !== 'township' && code !== head.area.code),
  ];
}
