export { AnswerInput } from './answer-input.tsx';
