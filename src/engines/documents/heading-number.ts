const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Counts headings; each call gives the number to print before the heading of that level. */
export function headingCounter(language: 'zh' | 'en'): (level: 1 | 2 | 3 | 4) => string {
  const counts = [0, 0, 0, 0];
  return (level) => {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    if (language === 'en') return `${counts.slice(0, level).join('.')} `;
    const count = counts[level - 1] ?? 0;
    return [`${chineseNumber(count)}、`, `（${chineseNumber(count)}）`, `${count}. `, `（${count}）`][level - 1] ?? '';
  };
}

/** 1 to 99 as 一 … 九十九. */
function chineseNumber(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
}
