import { chinaDate } from '#core/calendar';
import type { RequestFields } from './contract.ts';
import { formsErrors } from './errors.ts';
import { fieldKey } from './field-key.ts';
import type { KnownFields } from './known-fields.ts';

/** A form is asked anew after this many years. */
const longestYears = 3;

/**
 * Refuses a request that asks for what is known. Pure.
 *
 * @throws DomainError `forms.fieldKnown`, `forms.fieldTwice`, `forms.sourceUnknown`, `forms.nothingNew`
 */
export function checkFields(fields: RequestFields['fields'], known: KnownFields): void {
  const keys = fields.map(({ name }) => fieldKey(name));
  const twice = fields.find((_, at) => keys.indexOf(keys[at] ?? '') !== at);
  if (twice !== undefined) throw formsErrors.fieldTwice({ field: twice.name });
  const asked = fields.filter(({ source }) => source === null);
  const again = asked.flatMap(({ name }) =>
    known
      .places(name)
      .slice(0, 1)
      .map((place) => ({ name, place })),
  );
  const [first] = again;
  if (first !== undefined) {
    throw formsErrors.fieldKnown({ field: first.name, where: first.place.where, count: again.length });
  }
  for (const { name, source } of fields) {
    if (source !== null && known.find(source) === undefined) throw formsErrors.sourceUnknown({ field: name, source });
  }
  if (asked.length === 0) throw formsErrors.nothingNew();
}

/** @throws DomainError `forms.daysWrong` */
export function checkDays({ fromOn, untilOn }: Pick<RequestFields, 'fromOn' | 'untilOn'>, at: Date): void {
  const last = `${Number(fromOn.slice(0, 4)) + longestYears}${fromOn.slice(4)}`;
  if (untilOn >= fromOn && untilOn >= chinaDate(at) && untilOn <= last) return;
  throw formsErrors.daysWrong({ from: fromOn, until: untilOn });
}
