export { usePracticeWords } from './messages.ts';
