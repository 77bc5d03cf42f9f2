export { type Answer, call, fileAddress, knowPaths } from './call.ts';
export { RefusedRequest, UnreachableServer } from './request.ts';
export type { LatePaths } from './route-paths.ts';
export { useAct, useAnswer } from './use-answer.ts';
