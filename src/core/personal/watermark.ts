import type { LocalText } from '#core/locale';

/** The line that a file with personal or restricted content carries: who took it out, when and why. */
export function watermark(taken: { readonly by: string; readonly at: Date; readonly reason: string }): LocalText {
  const { by, reason } = taken;
  const at = `${new Date(taken.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} (UTC+8)`;
  return {
    zh: `由 ${by} 于 ${at} 导出，用途：${reason}。请按用途使用，不得转发。`,
    en: `Exported by ${by} at ${at} for: ${reason}. To be used for that only, not passed on.`,
  };
}
