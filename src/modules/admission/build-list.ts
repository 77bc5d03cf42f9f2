import type { DrawList, ListedFamily, ListedGroup } from '#engines/draw';
import { quotaPlaces } from './quota-places.ts';
import type { AdmissionRules, RulesSchool } from './rules-schema.ts';

/** A child whose material is confirmed, as the list needs it. */
export interface ListedChild {
  readonly token: string;
  /** Its application: what the children of a family have in common. */
  readonly application: string;
  readonly together: boolean;
  readonly category: string;
  readonly choices: readonly string[];
  /** What official lists say of it, by criterion. */
  readonly proved: Readonly<Record<string, string>>;
}

/** Quota places lie behind a word of their own. */
const quotaTrait = (junior: string) => `from-${junior}`;

/** The list of a round as it is frozen: who asks for what, in which order, for which seats. */
export function buildList(rules: AdmissionRules, title: string, children: readonly ListedChild[]): DrawList {
  const listed = children.toSorted((one, other) => (one.token < other.token ? -1 : 1));
  const priority = priorities(rules, listed);
  const reserved = new Set<string>(rules.schools.flatMap(({ reserves }) => reserves.flatMap(({ only }) => only)));
  const families = familiesOf(listed);
  const familyOf = new Map(families.flatMap(({ code, members }) => members.map((member) => [member, code])));
  return {
    title,
    digest: rules.digest,
    applicants: listed.map((child) => ({
      code: child.token,
      // Brothers and sisters who ask together draw one number.
      ticket: familyOf.get(child.token) ?? child.token,
      traits: traitsOf(rules, child, reserved),
      kind: 'all',
      choices: child.choices.map((school) => ({ school, priority: priority.get(child.token) ?? 0 })),
    })),
    groups: rules.schools.flatMap((school) => groupsOf(rules, school)),
    families,
  };
}

function priorities(rules: AdmissionRules, children: readonly ListedChild[]): ReadonlyMap<string, number> {
  const place = new Map(rules.categories.map(({ id }, at) => [id, at]));
  const score = ({ proved }: ListedChild) => Number(rules.rankBy === undefined ? 0 : (proved[rules.rankBy] ?? 0));
  const values = [...new Set(children.map(score))].sort((one, other) => other - one);
  const rank = new Map(values.map((value, at) => [value, at]));
  return new Map(
    children.map((child) => [
      child.token,
      (place.get(child.category) ?? rules.categories.length) * values.length + (rank.get(score(child)) ?? 0),
    ]),
  );
}

function traitsOf(rules: AdmissionRules, { proved }: ListedChild, reserved: ReadonlySet<string>): string[] {
  const junior = proved['registeredSchool'];
  const hasQuota = rules.schools.some(({ quotaShare }) => quotaShare !== undefined);
  return [
    ...Object.keys(proved).filter((criterion) => reserved.has(criterion)),
    ...(hasQuota && junior !== undefined ? [quotaTrait(junior)] : []),
  ].sort();
}

function groupsOf(rules: AdmissionRules, { unit, kind, seats, reserves, quotaShare }: RulesSchool): ListedGroup[] {
  const lottery = rules.tieBreak.lotteries === 'one' ? 'all' : unit;
  // A private school that more ask for than it can take draws among all of them.
  const ignoresPriority = kind === 'private' && rules.rankBy === undefined;
  const common = { school: unit, first: [], ignoresPriority, passesOn: true, lottery, most: {} };
  const places =
    quotaShare === undefined
      ? new Map<string, number>()
      : quotaPlaces(seats, quotaShare, rules.graduates, rules.ruralFactor);
  const groups = [
    ...reserves.map((reserve) => ({ ...common, group: reserve.id, seats: reserve.seats, only: [...reserve.only] })),
    ...[...places]
      .filter(([, n]) => n > 0)
      .map(([junior, n]) => ({ ...common, group: quotaTrait(junior), seats: n, only: [quotaTrait(junior)] })),
  ];
  const left = seats - groups.reduce((sum, group) => sum + group.seats, 0);
  return [...groups, { ...common, group: 'open', seats: left, only: [], passesOn: false }];
}

function familiesOf(children: readonly ListedChild[]): ListedFamily[] {
  const bound = Map.groupBy(
    children.filter(({ together }) => together),
    ({ application }) => application,
  );
  return [...bound.values()]
    .filter((members) => members.length > 1)
    .map((members) => ({
      code: `F-${members[0]?.token ?? ''}`,
      members: members.map(({ token }) => token),
      // All at the same choice: their lists are the same.
      rows: (members[0]?.choices ?? []).map((_, k) => members.map(() => k + 1)),
    }));
}
