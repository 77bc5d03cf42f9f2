export { type Answer, call, fileAddress } from './call.ts';
export { RefusedRequest, UnreachableServer } from './request.ts';
export { useAct, useAnswer } from './use-answer.ts';
