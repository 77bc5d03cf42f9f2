export { readCursor, writeCursor } from './cursor.ts';
export { apiPrefix, type HttpOptions, httpServer } from './http-server.ts';
export { type ApiInfo, openApiOf } from './open-api.ts';
export {
  type AnswerOf,
  type BoundRoute,
  bindRoutes,
  type Caller,
  type FileAnswer,
  type Handlers,
  type Method,
  type RequestOf,
  type RouteDeclaration,
  type Routes,
  type UploadedFile,
} from './route.ts';
