import type { Node, Scalar } from 'yaml';
import type { Fault } from './fault.ts';
import { isScalar, locateIn, type Place, startOf, type YamlSource } from './yaml-source.ts';

/** Remembers where each formula of a standard stands in its file, so that a fault inside it gets a line and column. */
export class FormulaSites {
  readonly #places = new Map<string, { readonly source: YamlSource; readonly scalar: Scalar }>();

  /** `site` names the formula, e.g. `R1.formula` or `X3.when`. */
  add(site: string, source: YamlSource, node: Node | null): void {
    if (isScalar(node)) this.#places.set(site, { source, scalar: node });
  }

  /** Reports a fault of a formula in its file. Formulas that stand in no file are left to the caller. */
  report(site: string, fault: Fault): boolean {
    const known = this.#places.get(site) ?? this.#places.get(site.replace(/\.[^.]+$/u, '.all'));
    if (!known) return false;
    const { source, scalar } = known;
    const place: Place = fault.end === 0 ? source.placeOf(startOf(scalar)) : locateIn(source, scalar)(fault.start);
    source.mistakes.push({
      code: fault.code,
      file: source.path,
      ...place,
      message: fault.message,
      remedy: fault.remedy,
    });
    return true;
  }
}
