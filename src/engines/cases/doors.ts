/** How people are called, by id; who is not there is shown by the id. */
export interface People {
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
