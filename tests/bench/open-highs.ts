export interface HighsOptions {
  readonly mip_rel_gap: number;
  readonly time_limit: number;
  readonly output_flag: boolean;
}

export interface HighsAnswer {
  readonly Status: string;
  readonly ObjectiveValue: number;
  readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>;
}

export interface Highs {
  solve(text: string, options: HighsOptions): HighsAnswer;
}

/** The package's types describe its CommonJS form; what loads here is the other. */
export async function openHighs(): Promise<Highs> {
  const loaded: unknown = await import('highs');
  if (!isLoader(loaded)) throw new Error('highs has another form than expected');
  return loaded.default();
}

function isLoader(loaded: unknown): loaded is { default(): Promise<Highs> } {
  return typeof loaded === 'object' && loaded !== null && 'default' in loaded && typeof loaded.default === 'function';
}
