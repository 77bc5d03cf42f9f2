/** Neutral inks of all drawings. Colour is left to verdicts. */
export const ink = { text: '#4b5563', strong: '#1f2937', line: '#d1d7df', soft: '#9aa4b1' } as const;

const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

export const textStyle = { fontFamily, fontSize: 12, color: ink.text };

export const valueAxis = {
  type: 'value',
  axisLabel: { color: ink.text },
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: '#e8ebef' } },
} as const;

export const tooltip = {
  borderColor: ink.line,
  textStyle: { ...textStyle, color: ink.strong },
  confine: true,
} as const;

/** ECharts reads tooltip text as HTML; names come from files. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
