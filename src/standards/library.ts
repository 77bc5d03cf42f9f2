import type { CompiledStandard } from './compiled.ts';
import type { Dictionary } from './dictionary.ts';
import type { Mistake } from './mistake.ts';

/** A text file of `policies/`, or one given by a person. `path` uses `/`. */
export interface StandardFile {
  readonly path: string;
  readonly text: string;
}

/** One standard with the files that lie beside it. */
export interface LoadedStandard {
  readonly path: string;
  readonly compiled: CompiledStandard;
  /** The text of `source.md`, where there is one. */
  readonly sourceNote: string | null;
  /** The text of `worked-example.yaml`, where there is one. */
  readonly workedExample: string | null;
}

/** Everything that was loaded. A standard with mistakes is left out of `standards`. */
export interface StandardLibrary {
  readonly dictionary: Dictionary;
  readonly standards: readonly LoadedStandard[];
  readonly mistakes: readonly Mistake[];
}
