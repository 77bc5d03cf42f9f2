import type { Stage } from '#standards';
import { readStage } from '#web/locale';

/** Which figure is to be explained: of a school-stage, of a coefficient (no unit) or of the area itself (neither). */
export interface TraceKey {
  readonly indicator: string;
  readonly stage?: Stage | undefined;
  readonly unit?: string | undefined;
}

/** The trace parameter of an address: `R1~primary~3133000123`. */
export function writeTraceKey(key: TraceKey): string {
  return [key.indicator, key.stage ?? '', key.unit ?? ''].join('~').replace(/~+$/, '');
}

export function readTraceKey(text: string): TraceKey | null {
  const [indicator, stageName, ...unit] = text.split('~');
  if (!indicator) return null;
  const stage = readStage(stageName);
  return { indicator, ...(stage ? { stage } : {}), ...(unit.length > 0 ? { unit: unit.join('~') } : {}) };
}
