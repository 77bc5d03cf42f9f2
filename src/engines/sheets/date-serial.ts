const dayMs = 86_400_000;
const epoch1900Ms = Date.UTC(1899, 11, 30);
const epoch1904Ms = Date.UTC(1904, 0, 1);
/** 9999-12-31, the last day Excel knows. */
const lastSerial = 2_958_465;

/**
 * Turns an Excel serial into `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` where it has a time of day.
 *
 * @remarks In the 1900 system Excel counts a 29 February 1900 that never was; serials below 60 are shifted for it.
 * @returns undefined for a serial outside Excel's calendar.
 * @example dateOfSerial(45901, false) // '2025-09-01'
 */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < lastSerial + 1)) {
    return undefined;
  }
  const days = Math.floor(serial) + (!from1904 && serial < 60 ? 1 : 0);
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const instant = (from1904 ? epoch1904Ms : epoch1900Ms) + days * dayMs + seconds * 1000;
  const text = new Date(instant).toISOString();
  return seconds === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
