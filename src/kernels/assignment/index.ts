export { assignAtLeastCost } from './assign-at-least-cost.ts';
export type { Assignment, AssignmentProblem, NoAssignment } from './problem.ts';
