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

/** Fills both languages of a text. */
export function fillText(text: LocalText, parameters: Readonly<Record<string, string | number>>): LocalText {
  return { zh: fill(text.zh, parameters), en: fill(text.en, parameters) };
}
