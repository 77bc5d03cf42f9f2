const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|;/g;

/**
 * Splits an SQL script at the semicolons between statements; comments before a statement stay with it.
 *
 * @remarks Quoted text, quoted names, dollar quotes and comments may hold semicolons.
 */
export function splitStatements(script: string): readonly string[] {
  const statements: string[] = [];
  let start = 0;
  for (const match of script.matchAll(token)) {
    if (match[0] === ';') {
      statements.push(script.slice(start, match.index).trim());
      start = match.index + 1;
    }
  }
  statements.push(script.slice(start).trim());
  return statements.filter((statement) => withoutComments(statement) !== '');
}

/** The script without comments; quoted text is kept. */
export function withoutComments(sql: string): string {
  return sql.replaceAll(token, (text) => (text.startsWith('--') || text.startsWith('/*') ? ' ' : text)).trim();
}
