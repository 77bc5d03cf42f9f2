import { type Language, type LocalText, textIn } from '#core/locale';
import { DomainError, type ErrorParameters } from './domain-error.ts';

/** RFC 9457 problem details, with both languages beside the one that was asked for. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly text: LocalText;
  readonly remedy: LocalText;
  readonly parameters: ErrorParameters;
}

const unexpected = new DomainError({
  code: 'core.unexpected',
  status: 500,
  parameters: {},
  text: {
    zh: '系统内部出错，本次操作没有完成。',
    en: 'Something failed inside the system; the operation was not done.',
  },
  remedy: {
    zh: '请稍后重试；若仍出错，请把请求编号告诉管理员。',
    en: 'Try again; if it fails again, give the request number to the administrator.',
  },
});

/**
 * Renders any thrown value as problem details. What is not a `DomainError` becomes a plain 500 that says nothing of the cause.
 *
 * @example problemOf(errors.unitNotFound({ unit: '1' }), 'en').status // 404
 */
export function problemOf(error: unknown, language: Language = 'zh-CN'): Problem {
  const refusal = error instanceof DomainError ? error : unexpected;
  return {
    type: `/errors/${refusal.code}`,
    title: textIn(language, refusal.text),
    status: refusal.status,
    detail: textIn(language, refusal.remedy),
    code: refusal.code,
    text: refusal.text,
    remedy: refusal.remedy,
    parameters: refusal.parameters,
  };
}
