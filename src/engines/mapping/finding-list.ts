import { fill, type LocalText } from '#core/locale';
import type { Finding } from './finding.ts';
import { type FindingCode, findingCatalogue } from './finding-catalogue.ts';

export type FindingWords = Readonly<Record<string, string | number | LocalText>>;

export interface FindingPlace {
  readonly sheet: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

const longestValue = 200;

/** Gathers findings of one file; past the limit they are only counted, so that a hopeless file stays small. */
export class FindingList {
  readonly findings: Finding[] = [];
  refused = 0;
  warnings = 0;
  private readonly file: string;
  private readonly limit: number;

  constructor(file: string, limit = 10_000) {
    this.file = file;
    this.limit = limit;
  }

  get total(): number {
    return this.refused + this.warnings + this.notes;
  }

  private notes = 0;

  has(code: FindingCode): boolean {
    return this.findings.some((finding) => finding.code === code);
  }

  add(code: FindingCode, place: FindingPlace, words: FindingWords = {}, rule?: Finding['rule']): void {
    const template = findingCatalogue[code];
    if (template.severity === 'refused') {
      this.refused++;
    } else if (template.severity === 'warning') {
      this.warnings++;
    } else {
      this.notes++;
    }
    if (this.findings.length < this.limit) {
      this.findings.push({
        code,
        severity: template.severity,
        place: { file: this.file, sheet: place.sheet, row: place.row ?? 0, column: place.column ?? '' },
        value: (place.value ?? '').slice(0, longestValue),
        message: { zh: fill(template.zh, inLanguage(words, 'zh')), en: fill(template.en, inLanguage(words, 'en')) },
        remedy: {
          zh: fill(template.remedy.zh, inLanguage(words, 'zh')),
          en: fill(template.remedy.en, inLanguage(words, 'en')),
        },
        ...(rule === undefined ? {} : { rule }),
      });
    }
  }
}

function inLanguage(words: FindingWords, language: 'zh' | 'en'): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, typeof word === 'object' ? word[language] : word]),
  );
}
