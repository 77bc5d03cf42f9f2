import type { Session } from '#core/db';
import { fillText, type LocalText } from '#core/locale';
import { FindingList, type Mapped, type MappedFact } from '#engines/mapping';
import { type CheckJudgement, type CheckSource, judgeChecks, needsOf, type RuleJudgement } from '#standards';
import { type CheckedPlace, CheckFile } from './check-file.ts';
import { fileAlone, type HeldData, mostCheckedCounties, withHeld } from './check-held.ts';
import type { RuleOutcome } from './model.ts';
import type { ExchangeParts } from './parts.ts';

export interface Checked {
  readonly mapped: Mapped;
  readonly rules: readonly RuleOutcome[];
}

const tooMany: LocalText = {
  zh: `文件涉及的县超过${mostCheckedCounties}个，没有与库中的数据相比`,
  en: `the file speaks of more than ${mostCheckedCounties} counties; what is held was not compared`,
};

/**
 * Judges a mapped file by the rules between forms, and adds what they find to its findings.
 *
 * @remarks A refusal keeps the marked number out of a partial import; a form that is refused has no ready rows.
 */
export async function runChecks(
  session: Session,
  { checks, registry, dictionary }: ExchangeParts,
  fileName: string,
  schoolYear: number | null,
  mapped: Mapped,
): Promise<Checked> {
  if (checks === null) return { mapped, rules: [] };
  const file = new CheckFile(checks, mapped, schoolYear);
  const needs = needsOf(checks, file.data);
  const isHeldNeeded = needs.earlier.size + needs.counties.size + needs.alike.length > 0;
  const isTooWide = isHeldNeeded && new Set(file.schools.map((school) => school.countyCode)).size > mostCheckedCounties;
  const held =
    isHeldNeeded && !isTooWide ? await withHeld(session, registry, dictionary, file, needs) : fileAlone(file);
  const judged = judgeChecks(checks, held.data, dictionary);
  const told = tell(judged, file, held, new FindingList(fileName));
  return {
    mapped: withFindings(mapped, told.findings, told.refusedFacts),
    rules: judged.map((rule) => outcomeOf(rule, told.counts, isTooWide)),
  };
}

interface Told {
  readonly findings: FindingList;
  readonly refusedFacts: ReadonlySet<MappedFact>;
  /** Findings of each check. */
  readonly counts: ReadonlyMap<CheckJudgement, number>;
}

function tell(judged: readonly RuleJudgement[], file: CheckFile, held: HeldData, findings: FindingList): Told {
  const refusedFacts = new Set<MappedFact>();
  const counts = new Map<CheckJudgement, number>();
  for (const { rule, checks } of judged) {
    for (const judgement of checks) {
      const { check, failed } = judgement;
      const places = new Set<string>();
      let found = 0;
      for (const row of failed) {
        const { place, fact } = markOf(judgement, row, file, held);
        // The registry's word on a school is the same for every school year of the file.
        const key = `${place.sheet}!${place.column}${place.row}`;
        if (place.row > 0 && places.has(key)) continue;
        places.add(key);
        found++;
        const words = wordsOf(judgement, row, held);
        findings.add(
          check.severity === 'refused' ? 'form-check' : 'form-hint',
          place,
          { message: fillText(check.message, words), remedy: fillText(check.remedy, words) },
          { id: rule.id, forms: rule.forms },
        );
        if (check.severity === 'refused' && fact !== undefined) refusedFacts.add(fact);
      }
      counts.set(judgement, found);
    }
  }
  return { findings, refusedFacts, counts };
}

interface Mark {
  readonly place: CheckedPlace;
  readonly fact?: MappedFact | undefined;
}

const wholeFile: Mark = { place: { sheet: '', row: 0, column: '', value: '' } };

/** The cell of the input that the check marks; of another of its inputs where that one is not in the file. */
function markOf({ check, sourceOf }: CheckJudgement, row: number, file: CheckFile, held: HeldData): Mark {
  for (const input of [check.marks, ...check.inputs]) {
    const source = sourceOf(input, row);
    const mark = source === null ? undefined : placeOf(source, row, file, held);
    if (mark !== undefined) return mark;
  }
  return wholeFile;
}

function placeOf(source: CheckSource, row: number, file: CheckFile, held: HeldData): Mark | undefined {
  const at = (place: CheckedPlace | undefined): Mark | undefined => place && { place };
  if (source.kind === 'alike') return at(file.placeOfField(row, source.attributes));
  if (source.kind === 'parallelClasses') return at(file.placeOfClasses(row));
  if (source.yearsBack > 0) return undefined;
  const [cell] = source.cells;
  if (cell !== undefined) return at(file.placeOfCell(cell));
  const county = source.over === 'county' ? held.counties[row] : undefined;
  const fact = source.columns
    .map((key) => (county === undefined ? file.factAt(key, row) : file.factIn(key, county)))
    .find((one) => one !== undefined);
  if (fact !== undefined) return { fact, place: file.placeOfFact(fact) };
  return source.attributes.length === 0 ? undefined : at(file.placeOfField(row, source.attributes));
}

const mostNamed = 3;

function wordsOf(judgement: CheckJudgement, row: number, held: HeldData): Record<string, string> {
  const { check, valueOf, sourceOf } = judgement;
  const values = check.inputs.map((input) => {
    const value = valueOf(input, row);
    return [input, typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value ?? '')] as const;
  });
  const others = check.inputs.flatMap((input) => {
    const source = sourceOf(input, row);
    return source?.kind === 'alike' ? held.othersOf(source.attributes, row) : [];
  });
  const named = others.slice(0, mostNamed).join('、');
  return { ...Object.fromEntries(values), others: others.length > mostNamed ? `${named}…` : named };
}

function withFindings(mapped: Mapped, told: FindingList, refusedFacts: ReadonlySet<MappedFact>): Mapped {
  const refused = told.refused > 0;
  const isFormRefused = refused && mapped.form !== null;
  const sheets = isFormRefused ? mapped.sheets.map((sheet) => ({ ...sheet, rowsReady: 0 })) : mapped.sheets;
  return {
    ...mapped,
    sheets,
    rowsReady: isFormRefused ? 0 : mapped.rowsReady,
    facts: refused ? mapped.facts.filter((fact) => !refusedFacts.has(fact)) : mapped.facts,
    findings: [...mapped.findings, ...told.findings],
    refused: mapped.refused + told.refused,
    warnings: mapped.warnings + told.warnings,
  };
}

function outcomeOf(
  { rule, checks }: RuleJudgement,
  counts: ReadonlyMap<CheckJudgement, number>,
  isTooWide: boolean,
): RuleOutcome {
  const needsHeld = (id: string): boolean =>
    rule.inputs
      .get(id)
      ?.sources.some((source) => source.kind !== 'formula' || source.yearsBack > 0 || source.over === 'county') ===
    true;
  const open = checks.flatMap(({ check, why }) => {
    const isCut = isTooWide && check.inputs.some(needsHeld);
    return isCut || why !== null ? [{ part: check.words, why: isCut || why === null ? tooMany : why }] : [];
  });
  const byPerson = rule.byPerson.map((why) => ({ part: { zh: '由人核实', en: 'for a person' }, why }));
  return {
    rule: rule.id,
    title: rule.words,
    forms: rule.forms,
    confidence: rule.provenance.confidence,
    state: checks.some(({ judged }) => judged > 0) ? 'judged' : 'notJudged',
    judged: Math.max(0, ...checks.map(({ judged }) => judged)),
    findings: checks.reduce((sum, judgement) => sum + (counts.get(judgement) ?? 0), 0),
    notJudged: [...open, ...byPerson],
  };
}
