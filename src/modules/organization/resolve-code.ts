import type { AreaChange } from './contract.ts';

/**
 * What stands for an area code on a day: follows every change from the code that happened by then.
 *
 * @remarks Changes of one day happen together. A split gives several codes and keeps the old one where a part of it goes on under it. A code without changes stands for itself.
 * @param changes all changes that name any code on the way, in any order
 * @example resolveCode('371202', '2020-01-01', changes) // ['370116']
 */
export function resolveCode(code: string, on: string, changes: readonly AreaChange[]): readonly string[] {
  const happened = changes.filter(({ changedOn, from, to }) => changedOn <= on && from !== to);
  const days = [...new Set(happened.map(({ changedOn }) => changedOn))].sort();
  let current: ReadonlySet<string> = new Set([code]);
  for (const day of days) {
    const ofDay = happened.filter(({ changedOn }) => changedOn === day);
    const next = [...current].flatMap((held) => {
      const left = ofDay.filter(({ from }) => from === held);
      const goesOn = left.every(({ kind }) => kind === 'split');
      return [...(goesOn ? [held] : []), ...left.filter(({ kind }) => kind !== 'abolished').map(({ to }) => to)];
    });
    current = new Set(next);
  }
  return [...current].sort();
}
