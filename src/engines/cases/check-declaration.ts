import { isCommonAction, type KindDeclaration } from './declaration.ts';

/** Refuses a declaration that contradicts itself. @throws Error naming the kind and the mistake */
export function checkDeclaration(declaration: KindDeclaration): void {
  const mistakes = [
    ...namesMistakes(declaration),
    ...stateMistakes(declaration),
    ...actionMistakes(declaration),
    ...pathMistakes(declaration),
  ];
  if (mistakes.length > 0) {
    throw new Error(`case kind ${declaration.kind} ${declaration.version}: ${mistakes.join('; ')}`);
  }
}

function namesMistakes({ kind, version, initial, states }: KindDeclaration): string[] {
  return [
    ...(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(kind) ? [] : ['a kind is named <module>.<name>']),
    ...(Number.isInteger(version) && version > 0 ? [] : ['a version is a whole number from 1 on']),
    ...(initial in states ? [] : [`there is no state ${initial}`]),
  ];
}

function stateMistakes({ states, actions, open }: KindDeclaration): string[] {
  const fields = new Set([open, ...Object.values(actions)].flatMap((action) => propertiesOf(action.fields)));
  return Object.entries(states).flatMap(([name, state]) => [
    ...state.asks.flatMap((action) =>
      actions[action]?.from.includes(name) ? [] : [`state ${name} asks for ${action}, which does not start there`],
    ),
    ...(state.dueField === null || fields.has(state.dueField) ? [] : [`state ${name}: no field ${state.dueField}`]),
    ...(state.final && (state.asks.length > 0 || state.within !== null || state.dueField !== null)
      ? [`final state ${name} asks for something`]
      : []),
    ...(state.escalate.length > 0 && state.within === null && state.dueField === null
      ? [`state ${name} escalates without a due day`]
      : []),
    ...(state.escalate.some(({ after }, index) => after < (state.escalate[index - 1]?.after ?? 0))
      ? [`state ${name} escalates backwards`]
      : []),
  ]);
}

function actionMistakes({ states, actions }: KindDeclaration): string[] {
  return Object.entries(actions).flatMap(([name, action]) => [
    ...(isCommonAction(name) ? [`action ${name} is common to all kinds`] : []),
    ...[...action.from, ...(action.to === null ? [] : [action.to])].flatMap((state) =>
      state in states ? [] : [`action ${name} names no state: ${state}`],
    ),
    ...[...action.notBy, ...(action.onlyBy === null ? [] : [action.onlyBy])].flatMap((other) =>
      other === 'open' || other in actions ? [] : [`action ${name} names no action: ${other}`],
    ),
    ...(action.from.some((state) => states[state]?.final) && !action.reopens
      ? [`action ${name} leaves a final state and does not say that it reopens`]
      : []),
  ]);
}

/** Every state can be reached, and from every state an end. */
function pathMistakes({ initial, states, actions }: KindDeclaration): string[] {
  const steps = Object.values(actions).flatMap(({ from, to }) =>
    to === null ? [] : from.map((state) => [state, to] as const),
  );
  const reached = closure(new Set([initial]), steps);
  const ends = Object.keys(states).filter((name) => states[name]?.final);
  const ending = closure(
    new Set(ends),
    steps.map(([from, to]) => [to, from] as const),
  );
  return Object.keys(states).flatMap((name) => [
    ...(reached.has(name) ? [] : [`state ${name} is never reached`]),
    ...(ending.has(name) ? [] : [`no way leads from state ${name} to an end`]),
  ]);
}

function closure(found: Set<string>, steps: readonly (readonly [string, string])[]): ReadonlySet<string> {
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const [from, to] of steps) if (found.has(from)) found.add(to);
  }
  return found;
}

function propertiesOf(fields: Readonly<Record<string, unknown>>): string[] {
  return Object.keys((fields.properties as object | undefined) ?? {});
}
