/** Trims, drops control characters and joins runs of blanks; letters stay as they were written. */
export function plainText(text: string): string {
  return text.replaceAll(/[\s\u00a0\u200b\ufeff\u0000-\u001f]+/g, ' ').trim();
}

/** Full-width digits, letters and punctuation become half-width; then as `plainText`. */
export function halfWidth(text: string): string {
  return plainText(text.normalize('NFKC'));
}

/** What two headers or code spellings are compared by: half-width, no blanks, no note marks, lower case. */
export function matchKey(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff*＊\u0000-\u001f]+/g, '')
    .toLowerCase();
}
