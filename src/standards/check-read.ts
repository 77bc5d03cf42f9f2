import { compileStandard } from './compile-standard.ts';
import type { CompiledStandard } from './compiled.ts';
import type { Dictionary } from './dictionary.ts';
import type { ReadStandard } from './read-standard.ts';

/** Compiles a standard that was read and reports its formulas' faults in the file; null where it cannot be used. */
export const checkRead = (read: ReadStandard, dictionary: Dictionary): CompiledStandard | null => {
  if (read.kind !== 'standard') return null;
  const measures = new Map(dictionary.measures);
  for (const measure of read.measures) measures.set(measure.id, measure);
  const { compiled, faults } = compileStandard(read.definition, { ...dictionary, measures });
  for (const { site, fault } of faults) {
    if (read.sites.report(site, fault)) continue;
    read.source.mistakes.push({
      code: fault.code,
      file: read.source.path,
      line: 1,
      column: 1,
      message: fault.message,
      remedy: fault.remedy,
    });
  }
  return read.source.mistakes.length > 0 ? null : compiled;
};
