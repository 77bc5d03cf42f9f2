/** What the scanner tells of a document, in order. Names come without namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

export class XmlRefusal extends Error {
  readonly kind: 'malformed' | 'doctype';
  constructor(kind: 'malformed' | 'doctype') {
    super(kind);
    this.kind = kind;
  }
}

/** Excel allows 32,767 characters in a cell; escapes can make each nine long. */
const longestToken = 4 * 1024 * 1024;

/**
 * Scans XML that arrives in pieces.
 *
 * @remarks Knows only the five predefined entities and character references; a document type declaration is refused,
 * so an entity can never grow. Linear in the length of the document.
 */
export class XmlScanner {
  private readonly handler: XmlHandler;
  private rest = '';
  private searchedTo = 0;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  write(piece: string): void {
    const source = this.rest.length === 0 ? piece : this.rest + piece;
    let at = 0;
    for (;;) {
      const open = source.indexOf('<', at === 0 ? this.searchedTo : at);
      if (open < 0) {
        this.keep(source, at, source.length);
        return;
      }
      const end = endOfMarkup(source, open);
      if (end < 0) {
        this.keep(source, at, open);
        return;
      }
      if (open > at) {
        this.handler.text(unescapeXml(source.slice(at, open)));
      }
      this.markup(source, open, end);
      at = end;
      this.searchedTo = 0;
    }
  }

  end(): void {
    if (this.rest.trim().length > 0) {
      throw new XmlRefusal('malformed');
    }
  }

  private keep(source: string, at: number, searchedTo: number): void {
    this.rest = at === 0 ? source : source.slice(at);
    this.searchedTo = searchedTo - at;
    if (this.rest.length > longestToken) {
      throw new XmlRefusal('malformed');
    }
  }

  private markup(source: string, open: number, end: number): void {
    const first = source.charCodeAt(open + 1);
    if (first === 47) {
      this.handler.close(localName(source.slice(open + 2, end - 1).trim()));
    } else if (first === 33) {
      this.declaration(source, open, end);
    } else if (first !== 63) {
      const selfClosing = source.charCodeAt(end - 2) === 47;
      const inside = source.slice(open + 1, selfClosing ? end - 2 : end - 1);
      const space = inside.search(/\s/);
      const name = localName(space < 0 ? inside : inside.slice(0, space));
      this.handler.open(name, space < 0 ? '' : inside.slice(space));
      if (selfClosing) {
        this.handler.close(name);
      }
    }
  }

  private declaration(source: string, open: number, end: number): void {
    if (source.startsWith('<![CDATA[', open)) {
      this.handler.text(source.slice(open + 9, end - 3));
    } else if (!source.startsWith('<!--', open)) {
      throw new XmlRefusal('doctype');
    }
  }
}

/** Position after the markup that opens at `open`, or -1 while its end has not arrived. */
function endOfMarkup(source: string, open: number): number {
  const kind = source.slice(open, open + 9);
  if (kind.startsWith('<!')) {
    const closer = '<!--'.startsWith(kind.slice(0, 4)) ? '-->' : '<![CDATA['.startsWith(kind) ? ']]>' : '>';
    const end = source.indexOf(closer, open + 2);
    return end < 0 ? -1 : end + closer.length;
  }
  let end = source.indexOf('>', open);
  while (end >= 0 && insideQuotes(source, open, end)) {
    end = source.indexOf('>', end + 1);
  }
  return end < 0 ? -1 : end + 1;
}

function insideQuotes(source: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (quote === 0 ? code === 34 || code === 39 : code === quote) {
      quote = quote === 0 ? code : 0;
    }
  }
  return quote !== 0;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the predefined entities and character references; anything else stays as written. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) {
    return text;
  }
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,4}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        return named[name] ?? whole;
      }
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    },
  );
}

/** The value of one attribute by its local name, or undefined. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before !== 58 && before > 32) {
      continue;
    }
    let next = at + name.length;
    while (attributes.charCodeAt(next) <= 32) {
      next++;
    }
    if (attributes.charCodeAt(next) !== 61) {
      continue;
    }
    do {
      next++;
    } while (attributes.charCodeAt(next) <= 32);
    const quote = attributes[next];
    const end = quote === '"' || quote === "'" ? attributes.indexOf(quote, next + 1) : -1;
    if (end >= 0) {
      return unescapeXml(attributes.slice(next + 1, end));
    }
  }
  return undefined;
}
