export { defineErrors, type ErrorTable, type ErrorTemplate, errorCatalogue } from './define-errors.ts';
export { DomainError, type ErrorParameters } from './domain-error.ts';
export { type Problem, problemOf } from './problem.ts';
