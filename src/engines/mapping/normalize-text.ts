const untidy = /[\s\u00a0\u200b\ufeff\p{Cc}]/u;

/** Trims, drops control characters and joins runs of blanks; letters stay as they were written. */
export function plainText(text: string): string {
  if (!untidy.test(text)) {
    return text;
  }
  return text.replaceAll(/[\s\u00a0\u200b\ufeff\p{Cc}]+/gu, ' ').trim();
}

const onlyAscii = /^[\x21-\x7e]*$/;

/** Full-width digits, letters and punctuation become half-width; then as `plainText`. */
export function halfWidth(text: string): string {
  if (onlyAscii.test(text)) {
    return text;
  }
  return plainText(text.normalize('NFKC'));
}

/** What two headers or code spellings are compared by: half-width, no blanks, no note marks, lower case. */
export function matchKey(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff*＊\p{Cc}]+/gu, '')
    .toLowerCase();
}

const mostRemembered = 10_000;

/** Remembers what a function said of texts it has seen: codes repeat in every row. */
export function remember<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) {
      return before as Answer;
    }
    const answer = read(text);
    if (known.size < mostRemembered) {
      known.set(text, answer);
    }
    return answer;
  };
}
