import type { Package } from './read-part.ts';

/** Joins the runs of a rich text and leaves out phonetic guides. */
export class TextCollector {
  private parts: string[] = [];
  private collecting = false;
  private phonetic = false;

  reset(): void {
    this.parts = [];
    this.collecting = false;
    this.phonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') {
      this.phonetic = true;
    } else if (name === 't' && !this.phonetic) {
      this.collecting = true;
    }
  }

  close(name: string): void {
    if (name === 'rPh') {
      this.phonetic = false;
    } else if (name === 't') {
      this.collecting = false;
    }
  }

  text(text: string): void {
    if (this.collecting) {
      this.parts.push(text);
    }
  }

  take(): string {
    const text = this.parts.length === 1 ? (this.parts[0] ?? '') : this.parts.join('');
    this.reset();
    return unescapeControl(text);
  }
}

/** Reads the workbook's table of shared strings. */
export function sharedStrings(pack: Package, part: string): readonly string[] {
  const strings: string[] = [];
  const collector = new TextCollector();
  pack.scanAll(part, {
    open(name) {
      if (name === 'si') {
        collector.reset();
      }
      collector.open(name);
    },
    close(name) {
      collector.close(name);
      if (name === 'si') {
        strings.push(collector.take());
      }
    },
    text: (text) => collector.text(text),
  });
  return strings;
}

/** Excel writes characters that XML forbids as `_x000D_`. */
export function unescapeControl(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
