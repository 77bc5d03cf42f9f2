export { useFormWords } from './messages.ts';
