import { readFileSync } from 'node:fs';
import { type CheckSet, loadDictionary, readChecks } from '#standards';

const textOf = (path: string) => ({ path, text: readFileSync(path, 'utf8') });

/** The rules between forms that come with the product, over its own dictionary. */
export function shippedChecks(): CheckSet {
  const { dictionary } = loadDictionary(textOf('policies/measures.yaml'));
  const { checks, mistakes } = readChecks(textOf('policies/checks/cross-form-checks.yaml'), dictionary);
  if (checks === null) throw new Error(JSON.stringify(mistakes[0]));
  return checks;
}
