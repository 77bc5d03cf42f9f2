export { chinaTime } from './china-time.ts';
export { useAdmissionWords } from './messages.ts';
export { PublishedFiles } from './published-files.tsx';
