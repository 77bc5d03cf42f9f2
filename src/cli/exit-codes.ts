/** How a command ends, as the shell sees it. */
export const exitCodes = { done: 0, failed: 1, usage: 2, refused: 3 } as const;
