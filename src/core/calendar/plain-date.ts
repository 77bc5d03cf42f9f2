/** A day as `YYYY-MM-DD`; compares as text. */
export type PlainDate = `${number}-${number}-${number}`;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads a day; `undefined` where the text is no day of the calendar. */
export function parsePlainDate(text: string): PlainDate | undefined {
  return isPlainDate(text) ? text : undefined;
}

export function isPlainDate(text: string): text is PlainDate {
  const match = shape.exec(text);
  if (match === null) {
    return false;
  }
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.getUTCDate() === Number(match[3]);
}

/** The hour of an instant in China, 0 to 23. */
export function chinaHour(at: Date): number {
  return new Date(at.getTime() + 8 * 3_600_000).getUTCHours();
}

/** The day of an instant in China, which keeps one time, UTC+8, without summer time since 1991. */
export function chinaDate(at: Date): PlainDate {
  const text = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  if (!isPlainDate(text)) {
    throw new RangeError('an instant outside the years 0 to 9999');
  }
  return text;
}
