/** Where a permission is held: rows outside it do not exist for the principal. */
export interface Scope {
  /** Everything everywhere: no condition is needed. */
  readonly everything: boolean;
  readonly parts: readonly ScopePart[];
}

/** A scope as the gate gives it. */
export interface Reach extends Scope {
  /** Whether an area lies in it, or on the way down to it. */
  touches(area: string): boolean;
}

export interface ScopePart {
  readonly area: string;
  /** Odd areas below, that the code's prefix does not reach. */
  readonly odd: readonly string[];
  readonly unit?: string | undefined;
  readonly stages?: readonly string[] | undefined;
}

export const everything: Reach = { everything: true, parts: [], touches: () => true };
