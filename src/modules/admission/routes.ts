import { type BoundRoute, bindRoutes } from '#core/http';
import type { Admission } from './admission.ts';
import { admissionRoutes } from './contract.ts';

/** Converts requests to calls of the services. */
export function bindAdmission(admission: Admission): readonly BoundRoute[] {
  const { views, applications, rounds, checking } = admission;
  return bindRoutes(admissionRoutes, {
    rounds: ({ params, at }) => views.rounds(params.area, at),
    round: ({ params, at }) => views.round(params.area, params.round, at),
    lookUp: ({ params, body, at }) => views.lookUp(params.area, body.address, at),
    file: ({ params }) => views.file(params.area, params.round, params.edition, params.file),
    own: ({ params, ...act }) => applications.own(params.area, act),
    begin: ({ params, body, ...act }) => applications.begin(params.area, params.round, body, act),
    application: ({ params, ...act }) => applications.one(params, act),
    save: ({ params, body, ...act }) => applications.save(params, body, act),
    submit: ({ params, body, ...act }) => applications.submit(params, body.seen, act),
    takeBack: ({ params, body, ...act }) => applications.takeBack(params, body.seen, act),
    withdraw: ({ params, body, ...act }) => applications.withdraw(params, body.seen, act),
    board: ({ params, ...act }) => rounds.board(params.area, act),
    boardRound: ({ params, ...act }) => rounds.round(params.area, params.round, act),
    shippedRules: ({ params }) => rounds.shipped(params.area),
    checkRules: ({ params, body }) => rounds.check(params.area, body.text),
    open: async ({ params, body, ...act }) => rounds.round(params.area, await rounds.open(params.area, body, act), act),
    act: async ({ params, body, ...act }) => {
      await rounds.act(params.area, params.round, params.act, body, act);
      return rounds.round(params.area, params.round, act);
    },
    seed: async ({ params, body, ...act }) => ({ job: await admission.seed(params.area, params.round, body, act) }),
    correct: async ({ params, body: { token, school, reason, seenSeq }, ...act }) => {
      const fields = { token, school: school ?? '' };
      await rounds.act(params.area, params.round, 'correct', { seenSeq, reason, fields }, act);
      return rounds.round(params.area, params.round, act);
    },
    list: ({ params, form, file, ...act }) => checking.takeList(params, form.list, file, act),
    checking: ({ params, query, ...act }) => checking.queue(params, query, act),
    decide: ({ params, body, ...act }) => checking.decide(params, params.child, body, act),
  });
}
