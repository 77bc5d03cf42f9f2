import type { Scenario } from '#kernels/projection';
import type { Stage } from '#standards';
import type { ChainStage } from './grades.ts';

/** A number of the policy with where it comes from. */
export interface Parameter {
  readonly value: number;
  readonly confidence: 'verified' | 'secondary' | 'memory' | 'own';
  readonly clause: string;
}

/** What one pupil of a stage needs. */
export interface StageNeeds {
  readonly classSize: Parameter;
  readonly pupilsPerTeacher: Parameter;
  readonly roomAreaM2: Parameter;
}

/** Seats for every 1,000 residents as a province sets them; it holds for areas whose code begins with `area`. */
export interface PerThousand {
  readonly area: string;
  readonly stage: Stage;
  readonly seats: number;
  readonly validFrom: string;
  readonly confidence: Parameter['confidence'];
  readonly clause: string;
}

/** `policies/seats.yaml`. */
export interface SeatsPolicy {
  readonly source: { readonly zh: string; readonly en: string };
  readonly stages: Readonly<Record<ChainStage, StageNeeds>>;
  readonly staffingStretch: Parameter;
  readonly perThousand: readonly PerThousand[];
  readonly warning: { readonly probability: Parameter; readonly yearsAhead: Parameter; readonly tight: Parameter };
  readonly largeClass: Parameter;
  readonly housing: {
    readonly occupancy: readonly number[];
    readonly pupilsPerHundredHomes: Readonly<Record<ChainStage, number>>;
    readonly confidence: Parameter['confidence'];
  };
  readonly shares: { readonly publicKindergarten: Parameter; readonly publicCompulsory: Parameter };
  /** Yearly factors beside what the history says. */
  readonly scenarios: Readonly<Record<'expected' | 'fewer' | 'more', Scenario>>;
  readonly specialSchoolPopulation: Parameter;
}
