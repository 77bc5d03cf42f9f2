import type { Attachment } from './model.ts';

/** `2026年9月1日` without leading zeros, or `1 September 2026`. */
export function dateText(language: 'zh' | 'en', on: string): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  if (language === 'zh') return `${year}年${month}月${day}日`;
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day));
  return `${day} ${name} ${year}`;
}

/** What stands above an attachment's title. A single attachment has no number. */
export function attachmentMark(language: 'zh' | 'en', index: number, count: number): string {
  const number = count > 1 ? String(index + 1) : '';
  return language === 'zh' ? `附件${number}` : `Attachment ${number}`.trimEnd();
}

/** The list of attachments below the text. */
export function attachmentLines(language: 'zh' | 'en', attachments: readonly Attachment[]): readonly string[] {
  const first = language === 'zh' ? '附件：' : 'Attachments: ';
  if (attachments.length === 1) return [`${first}${attachments[0]?.title ?? ''}`];
  return attachments.map(
    ({ title }, index) => `${index === 0 ? first : language === 'zh' ? '　　　' : ''}${index + 1}. ${title}`,
  );
}
