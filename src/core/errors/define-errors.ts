import { fillText, type Placeholder } from '#core/locale';
import { DomainError, type ErrorParameters } from './domain-error.ts';

export interface ErrorTemplate {
  /** The HTTP status, also read by the command line (4xx = input refused, exit 3). */
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  /** What the reader can do about it. */
  readonly remedy: { readonly zh: string; readonly en: string };
}

type NamesIn<Template extends ErrorTemplate> =
  | Placeholder<Template['zh']>
  | Placeholder<Template['en']>
  | Placeholder<Template['remedy']['zh']>
  | Placeholder<Template['remedy']['en']>;

type Arguments<Template extends ErrorTemplate> = [NamesIn<Template>] extends [never]
  ? [parameters?: Readonly<Record<string, never>>, cause?: unknown]
  : [parameters: Readonly<Record<NamesIn<Template>, ErrorParameters[string]>>, cause?: unknown];

export type ErrorTable<Templates extends Readonly<Record<string, ErrorTemplate>>> = {
  readonly [Name in keyof Templates]: (...given: Arguments<Templates[Name]>) => DomainError;
};

const catalogue = new Map<string, ErrorTemplate>();

/**
 * Declares the errors of one module and returns one constructor an error; the code is `<module>.<name>`.
 *
 * @remarks `{name}` in a template is a parameter the constructor asks for. Both languages must use the same parameters.
 * @throws Error when the two languages of a template ask for different parameters, or a code is declared twice.
 * @example
 * const errors = defineErrors('organization', {
 *   unitNotFound: {
 *     status: 404, zh: '没有学校 {unit}。', en: 'There is no school {unit}.',
 *     remedy: { zh: '请核对标识码。', en: 'Check the identifier.' },
 *   },
 * });
 * throw errors.unitNotFound({ unit: '2134000001' });
 */
export function defineErrors<const Templates extends Readonly<Record<string, ErrorTemplate>>>(
  module: string,
  templates: Templates,
): ErrorTable<Templates> {
  const entries = Object.entries(templates).map(([name, template]) => {
    const code = `${module}.${name}`;
    refuseUnlikeLanguages(code, template);
    if (catalogue.has(code)) {
      throw new Error(`error code ${code} is declared twice`);
    }
    catalogue.set(code, template);
    const construct = (parameters: ErrorParameters = {}, cause?: unknown) =>
      new DomainError({
        code,
        status: template.status,
        parameters,
        text: fillText(template, parameters),
        remedy: fillText(template.remedy, parameters),
        cause,
      });
    return [name, construct];
  });
  return Object.fromEntries(entries) as ErrorTable<Templates>;
}

/** Every error declared by the modules loaded so far, by code; the reference page and its test read this. */
export function errorCatalogue(): ReadonlyMap<string, ErrorTemplate> {
  return catalogue;
}

function refuseUnlikeLanguages(code: string, template: ErrorTemplate): void {
  for (const [zh, en] of [
    [template.zh, template.en],
    [template.remedy.zh, template.remedy.en],
  ] as const) {
    if (namesIn(zh) !== namesIn(en)) {
      throw new Error(`error ${code}: the languages ask for different parameters`);
    }
  }
}

function namesIn(template: string): string {
  return [...new Set(template.match(/\{\w+\}/g))].sort().join(' ');
}
