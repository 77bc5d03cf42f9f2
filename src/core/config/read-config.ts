import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Config, configSchema, settings, withAbsoluteFolders } from './config.ts';
import { errors } from './errors.ts';

const fileName = 'junheng.yaml';

/**
 * Reads the settings: an environment variable wins over `junheng.yaml` (or the file `JUNHENG_CONFIG` names), which wins over the default.
 *
 * @throws DomainError `config.settingRefused` naming the setting, `config.fileRefused` where the file is no YAML of names and values.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const given = environment.JUNHENG_CONFIG;
  const file = path.resolve(folder, given ?? fileName);
  const values: Record<string, unknown> = { ...readFile(file, given !== undefined) };
  for (const name of Object.keys(values)) {
    if (!(name in settings)) {
      throw errors.settingRefused({ setting: name, expected: Object.keys(settings).join(', ') });
    }
  }
  for (const [name, { variable }] of Object.entries(settings)) {
    const value = environment[variable];
    if (value !== undefined && value !== '') {
      values[name] = value;
    }
  }
  const read = configSchema.safeParse(values);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw errors.settingRefused({ setting: issue?.path.join('.') ?? '?', expected: issue?.message ?? '?' });
  }
  return withAbsoluteFolders(read.data, folder);
}

function readFile(file: string, mustExist: boolean): Readonly<Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (mustExist) {
      throw errors.fileRefused({ file }, error);
    }
    return {};
  }
  try {
    const values = z.record(z.string(), z.unknown()).nullable().parse(parse(text));
    // A switch written as yes/no or true/false reads as in the environment.
    return Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
    );
  } catch (error) {
    throw errors.fileRefused({ file }, error);
  }
}
