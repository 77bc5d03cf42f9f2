export { type Answer, type Ask, apiRoot, call, fileAddress, type RouteName } from './call.ts';
export { type Problem, RefusedRequest, request, UnreachableServer } from './request.ts';
export { useAct, useAnswer } from './use-answer.ts';
