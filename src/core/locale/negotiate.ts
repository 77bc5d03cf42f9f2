import type { Language } from './text.ts';

/**
 * Chooses the language for an `Accept-Language` header; Chinese when the header names neither language or is missing.
 *
 * @example negotiateLanguage('en-GB;q=0.8, fr') // 'en'
 */
export function negotiateLanguage(header: string | undefined): Language {
  let best: Language = 'zh-CN';
  let bestWeight = 0;
  for (const part of (header ?? '').split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = weightOf(parameters);
    const language = range.startsWith('zh') || range === '*' ? 'zh-CN' : range.startsWith('en') ? 'en' : undefined;
    if (language !== undefined && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return Number.isFinite(weight) ? weight : 0;
}
