import type { Finding } from '#contracts/balance';
import { type Found, levels } from './compare-levels.ts';
import type { JudgedSignalShown } from './contract.ts';

/** A signal of false data as a level above judges it, beside what the county answered. */
export interface JudgedSignal {
  readonly key: string;
  readonly finding: Finding;
  readonly found: readonly Found[];
}

/** The key under which a level's judgement of a signal is kept. */
export function signalKey({ id }: Pick<Finding, 'id'>): string {
  return `signal|${id}`;
}

export function isSignalKey(key: string): boolean {
  return key.startsWith('signal|');
}

export function showSignal({ found, ...signal }: JudgedSignal): JudgedSignalShown {
  return { ...signal, found: found.map(({ item: _item, at, ...one }) => ({ ...one, at: at.toISOString() })) };
}

/** Signals with what each level judged, city first; what nobody has judged yet has nothing. */
export function judgedSignals(signals: readonly Finding[], found: readonly Found[]): readonly JudgedSignal[] {
  const byKey = Map.groupBy(found, ({ item }) => item);
  return signals.map((finding) => {
    const key = signalKey(finding);
    const judged = byKey.get(key) ?? [];
    return { key, finding, found: judged.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)) };
  });
}
