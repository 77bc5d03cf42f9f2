import { generated, table } from './markdown.mjs';

/** Every setting with its environment variable and default. */
export async function settingsPage() {
  const { settings } = await import('#core/config');
  const rows = Object.entries(settings).map(([name, { variable, schema, zh, en }]) => [
    `\`${name}\``,
    `\`${variable}\``,
    schema.safeParse(undefined).data ?? '',
    zh,
    en,
  ]);
  return `${generated}
# Settings

From the environment, or by name from a file \`junheng.yaml\` in the folder where the program starts; the environment wins.

${table(['name in the file', 'variable', 'default', '中文', 'English'], rows)}
`;
}
