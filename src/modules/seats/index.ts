export {
  type ProjectedFiles,
  type ProjectedUnit,
  type ProjectFilesRequest,
  projectFiles,
} from './files/project-files.ts';
export { readSeatsPolicy } from './read-policy.ts';
