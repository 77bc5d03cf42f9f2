import type { LocalText } from '#core/locale';

export type ErrorParameters = Readonly<Record<string, string | number | LocalText>>;

/**
 * A refusal that a person can act on: what is wrong, and what to do, in both languages.
 *
 * @remarks Anything else that is thrown is a bug and is shown to nobody. Parameters must hold no personal data.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly status: number;
  readonly parameters: ErrorParameters;
  readonly text: LocalText;
  readonly remedy: LocalText;

  constructor(refusal: {
    readonly code: string;
    readonly status: number;
    readonly parameters: ErrorParameters;
    readonly text: LocalText;
    readonly remedy: LocalText;
    readonly cause?: unknown;
  }) {
    super(`${refusal.code}: ${refusal.text.en}`, refusal.cause === undefined ? undefined : { cause: refusal.cause });
    this.name = 'DomainError';
    this.code = refusal.code;
    this.status = refusal.status;
    this.parameters = refusal.parameters;
    this.text = refusal.text;
    this.remedy = refusal.remedy;
  }
}
