/** An instant as the plan names it, in China's time wherever it is read: `2026-06-20 17:00`. */
export function chinaTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
