import { z } from 'zod';
import type { AnyRequest, BoundRoute } from '#core/http';
import { evaluateJobName, remedyJobName } from '#modules/balance';
import type { Application } from './application.ts';

/** A request on its way to the thread that answers it. */
export interface OffLoopCall {
  readonly route: string;
  /** Cookies stay behind: what is computed elsewhere sets none. */
  readonly request: Omit<AnyRequest, 'cookies'>;
  /** To be answered whatever it takes. */
  readonly isLast: boolean;
}

/** `evaluate`: the thread does not hold the evaluation that this answer is made from; a job must make it first. */
type OffLoopReply = { readonly answer: unknown } | { readonly evaluate: unknown };

const aboveCounty = /^\d{4}00$/;
/** An import between the evaluation and its answer makes another one necessary; after so many the thread answers anyway. */
const triesMost = 3;

/** Answers made from one evaluation of the area they are about. */
const evaluates = ({ declaration: { titleKey } }: BoundRoute) =>
  (titleKey.startsWith('balance.') && titleKey !== 'balance.verifySnapshot' && titleKey !== 'balance.whatIf') ||
  titleKey === 'plans.roadmap';
/**
 * Answers that decide for themselves what they evaluate: a what-if refuses an area too large before, and the targets of a plan are
 * read by whatever standards they name.
 */
const mayEvaluate = ({ declaration: { titleKey, path } }: BoundRoute) =>
  titleKey === 'balance.whatIf' || (path.startsWith('/plans/') && path.includes('/:plan'));
const isLarge = (request: AnyRequest) => aboveCounty.test(areaOf(request));
const areaOf = ({ params }: Pick<AnyRequest, 'params'>): string =>
  typeof params === 'object' && params !== null && 'area' in params ? String(params.area) : '';
const nameOf = ({ declaration: { titleKey } }: BoundRoute): string => titleKey;

/**
 * The same routes, of which those about a city, a province or the nation are answered in the standing thread: a county's answer
 * takes milliseconds, theirs seconds of computing, during which nobody else would be answered.
 */
export function answerOffLoop({
  routes,
  jobs,
  threads,
}: Pick<Application, 'routes' | 'jobs' | 'threads'>): readonly BoundRoute[] {
  const inThread = async (route: BoundRoute, request: AnyRequest): Promise<unknown> => {
    const { cookies: _, ...carried } = request;
    for (let tries = evaluates(route) ? 1 : triesMost; ; tries += 1) {
      const call: OffLoopCall = { route: nameOf(route), request: carried, isLast: tries === triesMost };
      const reply = (await threads.ask('answer', call)) as OffLoopReply;
      if ('answer' in reply) return reply.answer;
      const { id } = await jobs.start(evaluateJobName, reply.evaluate, request.principal);
      await jobs.ended(id);
    }
  };
  /** A search of ten seconds and more, whatever the area's size. */
  const asJob = async ({ params, body, principal }: AnyRequest): Promise<unknown> => {
    const { id } = await jobs.start(remedyJobName, { ...asObject(params), ...asObject(body) }, principal);
    return jobs.ended(id);
  };
  return routes.map((route) => {
    if (nameOf(route) === 'balance.remedy') return { ...route, handle: asJob };
    if (!evaluates(route) && !mayEvaluate(route)) return route;
    return { ...route, handle: (request) => (isLarge(request) ? inThread(route, request) : route.handle(request)) };
  });
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
const question = z.object({ year: z.number().optional(), standard: z.string().optional() });

/** The year and standard a request asks about, wherever it says so. */
function questionOf({ query, body }: Pick<AnyRequest, 'query' | 'body'>): z.output<typeof question> {
  return { ...question.parse(body ?? {}), ...question.parse(query ?? {}) };
}

const noCookies: AnyRequest['cookies'] = { get: () => undefined, set: () => {}, clear: () => {} };

/** In the thread: the answer where the evaluation it is made from is at hand. */
export async function answerHere(
  { balance, routes }: Application,
  { route: name, request, isLast }: OffLoopCall,
): Promise<OffLoopReply> {
  const evaluate = isLast ? undefined : await balance.evaluationMissing(areaOf(request), questionOf(request));
  if (evaluate !== undefined) return { evaluate };
  const route = routes.find((one) => nameOf(one) === name);
  if (route === undefined) throw new Error(`no route ${name}`);
  return { answer: await route.handle({ ...request, cookies: noCookies }) };
}
