export { defineErrors, errorCatalogue } from './define-errors.ts';
export { DomainError, type ErrorParameters } from './domain-error.ts';
export { problemOf } from './problem.ts';
