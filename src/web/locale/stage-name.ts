import type { Stage } from '#standards';

/** The stages in the order in which a child meets them. */
export const stageOrder: readonly Stage[] = ['kindergarten', 'primary', 'junior', 'senior', 'special'];

/** A stage as it stands in an address; null where the text names none. */
export function readStage(text: string | null | undefined): Stage | null {
  return stageOrder.find((known) => known === text) ?? null;
}
