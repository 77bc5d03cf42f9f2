export { balanceClasses, type ClassesOptions } from './balance-classes.ts';
export type { ClassesPlan, ClassesProblem } from './problem.ts';
