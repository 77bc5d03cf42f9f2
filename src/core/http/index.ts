export { cookieOf } from './cookies.ts';
export { readCursor, writeCursor } from './cursor.ts';
export { apiPrefix, httpServer } from './http-server.ts';
export { openApiOf } from './open-api.ts';
export {
  type AnswerOf,
  type AnyRequest,
  type BoundRoute,
  bindRoutes,
  type Cookies,
  type FileAnswer,
  type RequestOf,
  type RouteAccess,
  type RouteDeclaration,
  type Routes,
} from './route.ts';
