import type { LocalText } from './text.ts';

/** Names written as `{name}` in a template. */
export type Placeholder<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** Replaces each `{name}` by its parameter; a name without a parameter stays as written. */
export function fill(template: string, parameters: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : String(value);
  });
}

/** Fills both languages of a text; a parameter that is itself a text is said in each. */
export function fillText(
  text: LocalText,
  parameters: Readonly<Record<string, string | number | LocalText>>,
): LocalText {
  const inLanguage = (language: keyof LocalText) =>
    Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
    );
  return { zh: fill(text.zh, inLanguage('zh')), en: fill(text.en, inLanguage('en')) };
}
