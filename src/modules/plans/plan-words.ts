import type { Standing } from './model.ts';

export const standingWords: Readonly<Record<Standing | 'unset', { readonly zh: string; readonly en: string }>> = {
  blank: { zh: '数值待填', en: 'number blank' },
  noData: { zh: '缺数据', en: 'no data' },
  reached: { zh: '已达到', en: 'reached' },
  onTrack: { zh: '按趋势可达', en: 'on track' },
  slipping: { zh: '按趋势达不到', en: 'slipping' },
  noTrend: { zh: '未达到，年份太少', en: 'not reached, too few years' },
  missed: { zh: '已逾期', en: 'missed' },
  unset: { zh: '未定年份', en: 'no year set' },
};

/** A number as a document prints it; a blank stays visibly blank. */
export function numberOrBlank(
  value: number | null,
  {
    unit,
    measuredBy,
  }: {
    readonly unit: { readonly zh: string; readonly en: string };
    readonly measuredBy: { readonly decimals: number } | null;
  },
): string {
  if (value === null) return '　　';
  const isShare = unit.en === 'share' && measuredBy !== null;
  return isShare
    ? `${trim((value * 100).toFixed(measuredBy.decimals - 2))}%`
    : `${trim(value.toFixed(measuredBy?.decimals ?? 2))}${unit.zh}`;
}

function trim(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
