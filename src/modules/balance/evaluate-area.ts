import type { AreaDetail } from '#contracts/organization';
import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import type { CatalogueEntry, Conditions } from '#modules/conditions';
import { type EvaluationInput, evaluateStandard } from '#standards';
import { hashInput } from './canonical.ts';
import type { EvaluationHead } from './contract.ts';
import { balanceErrors } from './errors.ts';
import { KeptEvaluations, type ReadEvaluation } from './kept-evaluations.ts';
import { type LoadedInput, loadInput } from './load-input.ts';
import type { Evaluated } from './model.ts';
import type { Registry } from './registry.ts';
import { attestationStamp, listSnapshots } from './repository.ts';

export interface BalanceDoors {
  readonly database: Database;
  readonly audit: Audit;
  readonly registry: Registry;
  readonly conditions: Conditions;
  readonly now: () => Date;
}

/** How far an evaluation has come: its facts are read first, then computed with. */
export type EvaluationProgress = (step: 'reading' | 'evaluating', share: number) => void;

/** What a page asks for; absent = the newest year with facts, the catalogue's first standard. */
export interface Question {
  readonly year?: number | undefined;
  readonly standard?: string | undefined;
}

/** One area evaluated, with what its pages say beside the numbers. */
export interface AreaEvaluation extends LoadedInput {
  readonly head: EvaluationHead;
  readonly entry: CatalogueEntry;
  readonly evaluated: Evaluated;
  /** The area's row in the input. */
  readonly area: number;
}

/**
 * Evaluates areas on demand.
 *
 * @remarks A county's facts are read afresh each time, so that nobody sees a figure that an import has replaced; what was computed
 * is kept. A larger area's are read again when something was written since. Questions that arrive while the same one is being answered share the answer.
 */
export class AreaEvaluator {
  readonly #doors: BalanceDoors;
  readonly #kept = new KeptEvaluations();
  readonly #underWay = new Map<string, Promise<AreaEvaluation>>();

  constructor(doors: BalanceDoors) {
    this.#doors = doors;
  }

  /** Whether the answer is at hand, so that it takes no reading and computing. */
  async isKept(code: string, question: Question): Promise<boolean> {
    const { schoolYear, entry } = await this.#resolve(code, question);
    return this.#kept.read(keyOf(code, schoolYear, entry), await this.stamp()) !== undefined;
  }

  /** @throws DomainError `balance.areaNotFound`, `balance.noFacts`, `conditions.standardNotFound` */
  evaluate(area: string, question: Question, onProgress?: EvaluationProgress): Promise<AreaEvaluation> {
    const key = JSON.stringify([area, question.year, question.standard]);
    const shared = this.#underWay.get(key);
    if (shared !== undefined) return shared;
    const work = this.#evaluate(area, question, onProgress).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, work);
    return work;
  }

  /** The same area and standard in earlier years, oldest first, at most as many as asked for. */
  async earlier({ head, entry }: AreaEvaluation, most: number): Promise<Evaluated[]> {
    const years = head.years.filter((year) => year < head.schoolYear).slice(0, most);
    const answers: Evaluated[] = [];
    for (const schoolYear of years.toReversed()) {
      answers.push((await this.#read(head.area.code, schoolYear, entry)).evaluated);
    }
    return answers;
  }

  async #evaluate(code: string, question: Question, onProgress?: EvaluationProgress): Promise<AreaEvaluation> {
    const { area, schoolYear, entry } = await this.#resolve(code, question);
    const { loaded, evaluated } = await this.#read(code, schoolYear, entry, onProgress);
    const head = await this.#head(area, evaluated, entry);
    return { ...loaded, head, entry, evaluated, area: evaluated.input.areas.code.indexOf(code) };
  }

  async #resolve(code: string, { year, standard }: Question) {
    const { registry, conditions, now } = this.#doors;
    const area = await registry.area(code);
    const schoolYear = year ?? area.years[0];
    if (schoolYear === undefined || !area.years.includes(schoolYear)) {
      throw balanceErrors.noFacts({ area: code, year: schoolYear ?? now().getFullYear() });
    }
    const entry = standard === undefined ? defaultStandard(conditions) : conditions.entry(standard, schoolYear);
    return { area, schoolYear, entry };
  }

  async #read(
    area: string,
    schoolYear: number,
    entry: CatalogueEntry,
    onProgress?: EvaluationProgress,
  ): Promise<ReadEvaluation> {
    const { database, registry } = this.#doors;
    const { definition } = entry.compiled;
    const key = keyOf(area, schoolYear, entry);
    // Taken before anything is read: what is written meanwhile makes the reading old, not the answer wrong.
    const stamp = await this.stamp();
    const known = this.#kept.read(key, stamp);
    if (known !== undefined) return known;
    const loaded = await loadInput(database, registry, {
      area,
      schoolYear,
      standard: definition.id,
      onRead: (share) => onProgress?.('reading', share),
    });
    onProgress?.('evaluating', 0);
    const inputsHash = hashInput(loaded.input);
    const evaluated = this.#kept.result(`${area} ${entry.hash} ${inputsHash}`, () =>
      evaluateInput(entry, loaded.input, inputsHash, area),
    );
    this.#kept.keep(key, stamp, { loaded, evaluated });
    return { loaded, evaluated };
  }

  /** The same as long as nothing was written that an evaluation reads. */
  async stamp(): Promise<string> {
    const { database, registry } = this.#doors;
    return `${await registry.stamp()} ${await attestationStamp(database)}`;
  }

  async #head(
    { code, name, level, path, years }: AreaDetail,
    evaluated: Evaluated,
    { compiled: { definition } }: CatalogueEntry,
  ): Promise<EvaluationHead> {
    const area = { code, name, level };
    const { schoolYear } = evaluated.input;
    const filter = { standard: definition.id, year: schoolYear };
    const [newest] = await listSnapshots(this.#doors.database, area.code, filter, 1);
    return {
      area,
      path,
      schoolYear,
      years,
      standard: { id: definition.id, version: definition.version, name: definition.words },
      inputsHash: evaluated.inputsHash,
      snapshot:
        newest === undefined
          ? null
          : {
              id: newest.id,
              createdAt: newest.created_at.toISOString(),
              stale: newest.inputs_hash !== evaluated.inputsHash || newest.standard_hash !== evaluated.hash,
            },
    };
  }
}

/** Evaluates an input; where the area is not of the level the standard judges, its own coefficients are added to those of its parts. */
function evaluateInput(entry: CatalogueEntry, input: EvaluationInput, inputsHash: string, area: string): Evaluated {
  const { compiled, hash } = entry;
  const evaluation = evaluateStandard(compiled, input);
  const level = input.areas.level[input.areas.code.indexOf(area)];
  if (level === undefined || level === compiled.definition.level)
    return { compiled, hash, inputsHash, input, evaluation };
  const whole = evaluateStandard(compiled, input, { comparing: { members: 'school', groups: level } });
  return {
    compiled,
    hash,
    inputsHash,
    input,
    evaluation: { ...evaluation, coefficients: [...evaluation.coefficients, ...whole.coefficients] },
  };
}

function keyOf(area: string, schoolYear: number, { hash }: CatalogueEntry): string {
  return `${area} ${schoolYear} ${hash}`;
}

/** The standard a page opens with. */
function defaultStandard(conditions: Conditions): CatalogueEntry {
  const [first] = conditions.catalogue.entries;
  if (first === undefined) throw new Error('the catalogue holds no standard');
  return first;
}
