import type { Stage } from '#standards';
import { readStage } from '#web/locale';

/** Which figure is to be explained: a value, a coefficient, or a verdict; of a school (`unit`) or of the area. */
export interface TraceKey {
  readonly of: 'value' | 'coefficient' | 'verdict';
  readonly indicator?: string | undefined;
  readonly stage?: Stage | 'all' | undefined;
  readonly unit?: string | undefined;
  /** Another standard than the page's own. */
  readonly standard?: string | undefined;
}

/** The trace parameter of an address: `value~R1~primary~3133000123`, or `value@CN-CE-CONDITIONS~B1~…` by another standard. */
export function writeTraceKey(key: TraceKey): string {
  const of = key.standard === undefined ? key.of : `${key.of}@${key.standard}`;
  return [of, key.indicator ?? '', key.stage ?? '', key.unit ?? ''].join('~').replace(/~+$/, '');
}

export function readTraceKey(text: string): TraceKey | null {
  const [what = '', indicator, stageName, ...unit] = text.split('~');
  const [of, standard] = what.split('@');
  if (of !== 'value' && of !== 'coefficient' && of !== 'verdict') return null;
  const stage = stageName === 'all' ? 'all' : readStage(stageName);
  return {
    of,
    ...(indicator ? { indicator } : {}),
    ...(stage ? { stage } : {}),
    ...(unit.length > 0 ? { unit: unit.join('~') } : {}),
    ...(standard ? { standard } : {}),
  };
}
