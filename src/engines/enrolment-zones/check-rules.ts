import type { ZoneFinding, ZoneRule } from './model.ts';
import { holds } from './number-set.ts';

/**
 * Numbers of a place that belong to two schools at once, and numbers between the first and the last named that belong to none.
 *
 * @remarks What lies above the last number named cannot be known from the rules.
 */
export function checkRules(rules: readonly ZoneRule[]): ZoneFinding[] {
  const places = new Map<string, ZoneRule[]>();
  for (const rule of rules) {
    if (rule.place === null || rule.condition !== null) continue;
    const key = [rule.stage, rule.district ?? '', rule.place, rule.counts].join(' ');
    places.set(key, [...(places.get(key) ?? []), rule]);
  }
  return [...places.values()].flatMap(checkPlace);
}

function checkPlace(rules: readonly ZoneRule[]): ZoneFinding[] {
  const [first] = rules;
  if (first === undefined) return [];
  const named = rules.flatMap(({ numbers }) => [...numbers.ranges, ...numbers.excluded].map(([, to]) => to));
  const last = Math.min(Math.max(1, ...named), 5000);
  const twice: number[] = [];
  const none: number[] = [];
  for (let number = 1; number <= last; number++) {
    const held = rules.filter((rule) => holds(rule.numbers, number));
    const basic = new Set(held.filter(({ basis }) => basis === 'basic').flatMap(({ schools }) => schools));
    const periods = new Set(held.map(({ from, until }) => `${from} ${until}`));
    if (basic.size > 1 && periods.size === 1) twice.push(number);
    if (held.length === 0 && first.counts === 'neighbourhood') none.push(number);
  }
  const place = `${first.district ?? ''}${first.place ?? ''}`;
  const findings: ZoneFinding[] = [];
  const { row } = first.source;
  if (twice.length > 0) {
    const text = `${place} ${spell(twice)}`;
    findings.push({
      kind: 'overlap',
      row,
      text,
      zh: `${text}同时属于几所学校（${first.stage}）。请在其中一条里除外，或写成共同学区。`,
      en: `${text} belongs to several schools at once (${first.stage}). Exclude it from one of the rules, or make it a shared zone.`,
    });
  }
  if (none.length > 0) {
    const text = `${place} ${spell(none)}`;
    findings.push({
      kind: 'gap',
      row,
      text,
      zh: `${text}没有学校（${first.stage}）。请补一条规则，或确认这些号码不存在。`,
      en: `${text} belongs to no school (${first.stage}). Add a rule, or make sure that these numbers do not exist.`,
    });
  }
  return findings;
}

/** `1, 4-7` */
function spell(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let k = 0; k < numbers.length; k++) {
    const start = numbers[k] ?? 0;
    while (numbers[k + 1] === (numbers[k] ?? 0) + 1) k++;
    const end = numbers[k] ?? start;
    parts.push(end === start ? `${start}` : `${start}-${end}`);
  }
  return parts.join(', ');
}
