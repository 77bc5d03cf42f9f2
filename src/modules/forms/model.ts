import type { LocalText } from '#core/locale';
import type { FormStage, FormState, Frequency } from './contract.ts';

export interface AskedField {
  readonly name: LocalText;
  /** The known place from which it is pre-filled; null = it is typed. */
  readonly source: string | null;
}

/** One form as the register holds it, whether somebody requested it or the product itself asks it. */
export interface AskedForm {
  readonly id: string;
  /** The area that asks; it holds there and below. */
  readonly area: string;
  readonly origin: 'registered' | 'instrument' | 'workbook' | 'return';
  readonly title: LocalText;
  readonly office: string;
  readonly basis: LocalText;
  readonly why: string;
  readonly note: LocalText | null;
  readonly askedOf: 'schools' | 'inspectors' | 'families';
  readonly stages: readonly FormStage[];
  readonly frequency: Frequency;
  /** Of one filling by one school. */
  readonly minutes: number;
  readonly minutesAre: 'declared' | 'estimated';
  readonly fields: readonly AskedField[];
  readonly state: FormState;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  /** The last day on which it was in force, where it was ended before its time. */
  readonly endedOn: string | null;
  readonly case: string | null;
}
