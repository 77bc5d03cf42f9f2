import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

export interface SourceFile {
  /** From the repository's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly isTest: boolean;
  /** Every specifier of an import, a re-export or a dynamic import with a literal. */
  readonly imports: readonly string[];
}

/** Every TypeScript file of the product and its tests, parsed. */
export const sourceFiles: readonly SourceFile[] = globSync('{src,tests}/**/*.{ts,tsx}')
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map(readSource);

export function filesUnder(folder: string): readonly SourceFile[] {
  return sourceFiles.filter((file) => file.path.startsWith(folder));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) => entry.entries.map((one) => one.moduleRequest?.value)),
    ...module.dynamicImports.map((entry) => literalAt(text, entry.moduleRequest)),
  ].filter((specifier) => specifier !== undefined);
  return { path, text, isTest: /\.(test|bench)\.tsx?$/.test(path) || path.startsWith('tests/'), imports };
}

function literalAt(text: string, span: { readonly start: number; readonly end: number }): string | undefined {
  return /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(span.start, span.end))?.[1];
}
