/** An area the registry already holds. */
export interface KnownArea {
  readonly code: string;
  readonly name: string;
  readonly level: 'nation' | 'province' | 'city' | 'county' | 'township';
  readonly parentCode: string | null;
  /** Codes it had before, which older files still carry. */
  readonly formerCodes?: readonly string[];
}

/** A unit the registry already holds. */
export interface KnownUnit {
  readonly countyCode: string;
  readonly id: string;
  readonly name: string;
}
