import { errors } from './errors.ts';
import type { ReadLimits } from './model.ts';
import { type XmlHandler, XmlRefusal, XmlScanner } from './scan-xml.ts';
import { unpackEntry } from './unpack-entry.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

/** The parts of an xlsx file, read as XML one piece at a time. */
export class Package {
  readonly file: string;
  readonly limits: ReadLimits;
  private readonly entries: Map<string, ZipEntry>;
  private readonly lowerCase: Map<string, ZipEntry>;

  constructor(bytes: Uint8Array, file: string, limits: ReadLimits) {
    this.file = file;
    this.limits = limits;
    this.entries = zipEntries(bytes, file);
    this.lowerCase = new Map([...this.entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  }

  has(part: string): boolean {
    return this.lowerCase.has(part.toLowerCase());
  }

  names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The part's text, piece by piece; a missing part is a broken file. */
  *text(part: string): Generator<string> {
    const entry = this.lowerCase.get(part.toLowerCase());
    if (entry === undefined) {
      throw errors.brokenFile({ file: this.file, part });
    }
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    for (const chunk of unpackEntry(entry, this.file, this.limits)) {
      decoder ??= new TextDecoder(encodingOf(chunk));
      yield decoder.decode(chunk, { stream: true });
    }
    if (decoder !== undefined) {
      yield decoder.decode();
    }
  }

  /** Scans a part, yielding after every piece so that a caller can hand out what the handler collected. */
  *scan(part: string, handler: XmlHandler): Generator<void> {
    const scanner = new XmlScanner(handler);
    try {
      for (const piece of this.text(part)) {
        scanner.write(piece);
        yield;
      }
      scanner.end();
    } catch (error) {
      if (error instanceof XmlRefusal) {
        throw error.kind === 'doctype'
          ? errors.hostileXml({ file: this.file, part })
          : errors.brokenFile({ file: this.file, part });
      }
      throw error;
    }
    yield;
  }

  /** Scans a part to its end. */
  scanAll(part: string, handler: XmlHandler): void {
    for (const _ of this.scan(part, handler)) {
      // each step only feeds the handler
    }
  }
}

function encodingOf(first: Uint8Array): string {
  if (first[0] === 0xff && first[1] === 0xfe) {
    return 'utf-16le';
  }
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
}
