export { defineErrors, errorCatalogue } from './define-errors.ts';
export { DomainError } from './domain-error.ts';
export { problemOf } from './problem.ts';
