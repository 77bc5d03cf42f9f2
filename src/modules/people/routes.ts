import { type BoundRoute, bindRoutes } from '#core/http';
import { appointSecurity, changeTheGrant, closeThePerson, grantRole, registerPerson } from './administer.ts';
import { peopleRoutes } from './contract.ts';
import { emergenciesOf, takeEmergency } from './emergency.ts';
import type { PeopleParts } from './model.ts';
import { describeRoles, permissionsAt, readMe } from './read-me.ts';
import { readInvented, readPeople, readPerson } from './read-people.ts';
import { colleaguesOf, delegate, delegationsOf, endTheDelegation } from './stand-in.ts';
import type { Trial } from './trial.ts';

/** Converts requests to calls of the service. */
export function bindPeople(parts: PeopleParts, trial: Trial): readonly BoundRoute[] {
  const { gate } = parts;
  return bindRoutes(peopleRoutes, {
    me: async (act) => readMe(parts, act, await trial.isOn()),
    may: async ({ principal, query }) => ({ permissions: permissionsAt(gate, principal, query.area, query.unit) }),
    roles: async () => ({ rows: describeRoles(gate) }),
    people: ({ query, ...act }) => readPeople(parts, query, act),
    person: ({ params, ...act }) => readPerson(parts, { area: params.home, person: params.person }, act),
    register: async ({ body, ...act }) => readPerson(parts, await registerPerson(parts, body, act), act),
    close: async ({ params, body, ...act }) => {
      const ref = { area: params.home, person: params.person };
      await closeThePerson(parts, ref, body.reason, act);
      return readPerson(parts, ref, act);
    },
    grant: async ({ params, body, ...act }) => {
      const ref = { area: params.home, person: params.person };
      await grantRole(parts, ref, body, act);
      return readPerson(parts, ref, act);
    },
    appoint: async ({ params, body, ...act }) => {
      const ref = { area: params.home, person: params.person };
      await appointSecurity(parts, ref, body, act);
      return readPerson(parts, ref, act);
    },
    revoke: async ({ params, body, ...act }) => {
      const ref = { area: params.home, person: params.person };
      await changeTheGrant(parts, { ...ref, grant: params.grant }, { act: 'revoked', text: body.reason }, act);
      return readPerson(parts, ref, act);
    },
    emergencies: async ({ query, at }) => ({ rows: await emergenciesOf(parts, query.area, at) }),
    review: async ({ params, body, ...act }) => {
      const ref = { area: params.home, person: params.person };
      await changeTheGrant(parts, { ...ref, grant: params.grant }, { act: 'reviewed', text: body.review }, act);
      return readPerson(parts, ref, act);
    },
    takeEmergency: ({ body, ...act }) => takeEmergency(parts, body, act),
    colleagues: async ({ principal }) => ({
      rows: (await colleaguesOf(parts, principal)).map(({ area_code, id, name, post }) => ({
        area: area_code,
        person: id,
        name,
        post,
      })),
    }),
    lent: async (act) => ({ rows: await delegationsOf(parts, act) }),
    delegate: ({ body, ...act }) => delegate(parts, body, act),
    endDelegation: ({ params, ...act }) =>
      endTheDelegation(parts, { area: params.to, person: params.person, delegation: params.delegation }, act),
    actors: async ({ at }) => {
      await trial.requireOn();
      return { rows: await readInvented(parts, at) };
    },
    act: async ({ body, cookies, at }) =>
      readMe(parts, { principal: await trial.act(cookies, body, at), at }, await trial.isOn()),
    stopActing: async ({ cookies }) => {
      trial.stop(cookies);
      return { stopped: true };
    },
  });
}
