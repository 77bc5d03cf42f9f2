import { redact } from './redact.ts';

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof levels)[number];

export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export interface LogOptions {
  readonly level: LogLevel;
  readonly now: () => Date;
  readonly write: (line: string) => void;
}

/**
 * Writes one JSON object a line: time, level, message and fields, redacted.
 *
 * @example createLog({ level: 'info', now: () => new Date(), write: (line) => process.stderr.write(line) });
 */
export function createLog({ level, now, write }: LogOptions): Log {
  const threshold = levels.indexOf(level);
  const writer = (of: LogLevel) => {
    const isWritten = levels.indexOf(of) >= threshold;
    return (message: string, fields: LogFields = {}): void => {
      if (isWritten) {
        const redacted = redact(fields);
        const rest = typeof redacted === 'object' ? redacted : {};
        write(`${JSON.stringify({ at: now().toISOString(), level: of, message: redact(message), ...rest })}\n`);
      }
    };
  };
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}
