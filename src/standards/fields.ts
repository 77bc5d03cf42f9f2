import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { MistakeDetail } from './mistake-texts.ts';
import { nearestName } from './nearest-name.ts';
import type { Words } from './words.ts';
import { locateIn, type Place, startOf, type YamlSource } from './yaml-source.ts';

/** A formula with the way back to the file. */
export interface LocatedText {
  readonly text: string;
  readonly locate: (offset: number) => Place;
}

const identifierPattern = /^[A-Za-z][A-Za-z0-9-]*$/u;

/** Reads the keys of one YAML map, reporting what is missing, wrong or unknown with its place. */
export class Fields {
  readonly source: YamlSource;
  readonly #nodes = new Map<string, Node | null>();
  readonly #keys = new Map<string, number>();
  readonly #start: number;
  readonly #asked = new Set<string>();

  constructor(source: YamlSource, map: YAMLMap) {
    this.source = source;
    this.#start = startOf(map);
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      this.#nodes.set(name, value as Node | null);
      this.#keys.set(name, isScalar(key) ? startOf(key) : this.#start);
    }
  }

  /** The fields of a node that must be a map. */
  static of(source: YamlSource, node: Node | null | undefined, name: string): Fields | null {
    if (isMap(node)) return new Fields(source, node);
    source.report(startOf(node), 'not-a-map', { name });
    return null;
  }

  get start(): number {
    return this.#start;
  }

  /** Where the value of a key stands, or the map itself. */
  at(key: string): number {
    return startOf(this.#nodes.get(key) ?? null) || (this.#keys.get(key) ?? this.#start);
  }

  has(key: string): boolean {
    this.#asked.add(key);
    return this.#nodes.has(key) && !this.#isNull(key);
  }

  keys(): readonly string[] {
    return [...this.#nodes.keys()];
  }

  report(key: string, code: Parameters<YamlSource['report']>[1], detail: MistakeDetail = {}): void {
    this.source.report(this.at(key), code, detail);
  }

  /** Reports a mistake about the key itself rather than its value. */
  reportKey(key: string, code: Parameters<YamlSource['report']>[1], detail: MistakeDetail = {}): void {
    this.source.report(this.#keys.get(key) ?? this.#start, code, detail);
  }

  text(key: string): string {
    if (!this.#need(key)) return '';
    return this.textOr(key, '');
  }

  textOr(key: string, fallback: string): string;
  textOr(key: string, fallback: null): string | null;
  textOr(key: string, fallback: string | null): string | null {
    if (!this.has(key)) return fallback;
    const node = this.#nodes.get(key);
    if (isScalar(node) && ['string', 'number', 'boolean'].includes(typeof node.value)) {
      return typeof node.value === 'string' ? node.value.trim() : (node.source ?? String(node.value));
    }
    this.report(key, 'wrong-type', { name: key, other: '文字', suggestion: 'a text' });
    return fallback;
  }

  identifier(key: string): string {
    const id = this.text(key);
    if (id !== '' && !identifierPattern.test(id)) this.report(key, 'bad-identifier', { name: id });
    return id;
  }

  number(key: string): number {
    return this.#need(key) ? this.numberOr(key, 0) : 0;
  }

  numberOr(key: string, fallback: number): number;
  numberOr(key: string, fallback: null): number | null;
  numberOr(key: string, fallback: number | null): number | null {
    if (!this.has(key)) return fallback;
    const node = this.#nodes.get(key);
    if (isScalar(node) && typeof node.value === 'number' && Number.isFinite(node.value)) return node.value;
    this.report(key, 'wrong-type', { name: key, other: '数', suggestion: 'a number' });
    return fallback;
  }

  boolean(key: string, fallback: boolean): boolean {
    if (!this.has(key)) return fallback;
    const node = this.#nodes.get(key);
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    this.report(key, 'wrong-type', { name: key, other: ' true 或 false', suggestion: 'true or false' });
    return fallback;
  }

  choice<T extends string>(key: string, choices: readonly T[], fallback?: T): T {
    const first = choices[0] as T;
    if (fallback === undefined && !this.#need(key)) return first;
    const text = this.textOr(key, null);
    if (text === null) return fallback ?? first;
    const found = choices.find((choice) => choice === text);
    if (!found)
      this.report(key, 'unknown-choice', {
        name: key,
        other: text,
        suggestion: nearestName(text, choices),
        list: choices,
      });
    return found ?? fallback ?? first;
  }

  choices<T extends string>(key: string, choices: readonly T[], fallback: readonly T[]): readonly T[] {
    if (!this.has(key)) return fallback;
    return this.items(key).flatMap((node) => {
      const text = isScalar(node) ? String(node.value) : '';
      const found = choices.find((choice) => choice === text);
      if (found !== undefined) return [found];
      this.source.report(startOf(node), 'unknown-choice', {
        name: key,
        other: text,
        suggestion: nearestName(text, choices),
        list: choices,
      });
      return [];
    });
  }

  /** A plain day such as 2026-09-01, a month or a year; null where the key is absent. */
  date(key: string): string | null {
    const text = this.textOr(key, null);
    if (text === null || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u.test(text)) return text;
    this.report(key, 'bad-date', { name: text });
    return null;
  }

  words(): Words {
    return { zh: this.text('zh'), en: this.text('en') };
  }

  wordsOr(key: string): Words | null {
    return this.has(key) ? (this.map(key)?.words() ?? null) : null;
  }

  map(key: string): Fields | null {
    return this.#need(key) ? Fields.of(this.source, this.#nodes.get(key), key) : null;
  }

  node(key: string): Node | null {
    this.#asked.add(key);
    return this.#nodes.get(key) ?? null;
  }

  /** The items of a list; none where the key is absent. */
  items(key: string): readonly Node[] {
    if (!this.has(key)) return [];
    const node = this.#nodes.get(key);
    if (isSeq(node)) return node.items as Node[];
    this.report(key, 'not-a-list', { name: key });
    return [];
  }

  /** The items of a list of maps. */
  maps(key: string): readonly Fields[] {
    return this.items(key).flatMap((node) => Fields.of(this.source, node, key) ?? []);
  }

  /** The items of a list of texts, with their places. */
  names(key: string): readonly { readonly text: string; readonly at: number }[] {
    return this.items(key).map((node) => ({ text: isScalar(node) ? String(node.value) : '', at: startOf(node) }));
  }

  formula(key: string): LocatedText | null {
    if (!this.has(key)) return null;
    return locatedText(this.source, this.#nodes.get(key) ?? null, key);
  }

  /** Reports the keys that nobody asked for. Call it when everything has been read. */
  finish(): void {
    for (const [key, at] of this.#keys) {
      if (this.#asked.has(key)) continue;
      this.source.report(at, 'unknown-key', {
        name: key,
        suggestion: nearestName(key, this.#asked),
        list: [...this.#asked],
      });
    }
  }

  #isNull(key: string): boolean {
    const node = this.#nodes.get(key);
    return node === null || (isScalar(node) && node.value === null);
  }

  #need(key: string): boolean {
    if (this.has(key)) return true;
    this.source.report(this.#keys.get(key) ?? this.#start, 'missing-key', { name: key });
    return false;
  }
}

/** A scalar as formula text, with the way back to the file; null where it is no scalar. */
export const locatedText = (source: YamlSource, node: Node | null, name: string): LocatedText | null => {
  const value = isScalar(node) ? node.value : null;
  if (!isScalar(node) || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')) {
    source.report(startOf(node), 'wrong-type', { name, other: '公式', suggestion: 'a formula' });
    return null;
  }
  return { text: String(value), locate: locateIn(source, node) };
};
