/** Reads what was typed into a number field; null where it is no number. */
export function readNumber(typed: string): number | null {
  const plain = typed.trim().replace(/[０-９．]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  if (plain === '' || !/^-?\d+([.]\d+)?$/u.test(plain)) return null;
  return Number(plain);
}
