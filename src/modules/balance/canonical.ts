import { createHash } from 'node:crypto';
import type { EvaluationInput } from '#standards';
import { packInput } from './contract.ts';

/** The text of an input that equal inputs share: columns and attributes in order of their names. */
export function canonicalInput(input: EvaluationInput): string {
  return JSON.stringify(packInput(input));
}

/** SHA-256 of the canonical text. */
export function hashInput(input: EvaluationInput): string {
  return hashText(canonicalInput(input));
}

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
