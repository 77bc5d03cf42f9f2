import type { AttributeValue, EvaluationInput } from './input.ts';
import { remember } from './remember.ts';

/** An attribute as numbers, so that half a million texts are compared as integers. */
export interface TextCodes {
  /** By unit; 0 = no value. */
  readonly codes: Int32Array;
  readonly codeOf: ReadonlyMap<AttributeValue, number>;
  /** How many codes there are, 0 among them. */
  readonly size: number;
}

/** Numbers the values of attributes, each attribute once. */
export const textCodes = ({ units }: EvaluationInput): ((attribute: string) => TextCodes) =>
  remember((attribute: string) => {
    const values = units.attributes[attribute] ?? [];
    const codes = new Int32Array(units.size);
    const codeOf = new Map<AttributeValue, number>();
    for (let unit = 0; unit < units.size; unit++) {
      const value = values[unit] ?? null;
      if (value === null) continue;
      let code = codeOf.get(value);
      if (code === undefined) {
        code = codeOf.size + 1;
        codeOf.set(value, code);
      }
      codes[unit] = code;
    }
    return { codes, codeOf, size: codeOf.size + 1 };
  });
