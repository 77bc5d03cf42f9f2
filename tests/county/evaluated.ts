import { globSync, readFileSync } from 'node:fs';
import type { DemoCounty } from '#modules/demo';
import { type Evaluation, evaluateStandard, findStandard, loadStandards, type StandardLibrary } from '#standards';
import { evaluationInput } from './evaluation-input.ts';

/** The standards that the product ships. */
export function shippedStandards(): StandardLibrary {
  const files = globSync('policies/**/*.{yaml,md}').map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8'),
  }));
  return loadStandards(files);
}

/** A demo county's year evaluated against a shipped standard. */
export function evaluateDemo(county: DemoCounty, schoolYear: number, standard: string): Evaluation {
  const loaded = findStandard(shippedStandards(), standard, schoolYear);
  if (loaded === null) throw new Error(`no standard ${standard}`);
  return evaluateStandard(loaded.compiled, evaluationInput(county, schoolYear, standard));
}
