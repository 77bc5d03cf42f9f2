import type { Principal } from '#core/access';
import { chinaDate, schoolYearOf } from '#core/calendar';
import type { Session } from '#core/db';
import type { SheetCount } from '#engines/instruments';
import { burdenOf, monthsUpTo, perSchoolByOffice } from './burden.ts';
import type { Burden, FormDetail, FormHead, KnownPlace, RegisterAnswer, RequestBody } from './contract.ts';
import { instrumentForms, returnForms, workbookForms } from './derive-forms.ts';
import type { FormDoors } from './doors.ts';
import { formsErrors } from './errors.ts';
import { type KnownFields, knownFields, knownInForms, knownInRegistry } from './known-fields.ts';
import type { AskedForm } from './model.ts';
import { formOf, listForms } from './repository.ts';
import { requestEffects } from './request-effects.ts';
import { requestKind, requestKindName } from './request-kind.ts';

/** How far back a sheet counts as being asked now, and how many months the course shows. */
const monthsShown = 12;

/** Where somebody looks from: the area, the school where it is one's own, the forms that hold there. */
interface Sight {
  readonly area: { readonly code: string; readonly name: string; readonly level: string };
  readonly above: ReadonlySet<string>;
  readonly counties: readonly string[];
  readonly unit: { readonly id: string; readonly name: string; readonly stages: readonly string[] } | null;
  readonly forms: readonly AskedForm[];
  readonly sheets: readonly SheetCount[];
}

/** The register of everything that schools are asked to fill in, and what it costs them. */
export class Forms {
  readonly #doors: FormDoors;
  readonly #registry: ReturnType<typeof knownInRegistry>;

  constructor(doors: FormDoors) {
    this.#doors = doors;
    this.#registry = knownInRegistry(doors.dictionary, doors.datasets);
    const { cases, departments } = doors;
    cases.register(
      requestKind,
      requestEffects({
        hasOffice: (office) => departments.has(office),
        knownIn: (session, area, except) => this.#knownIn(session, area, except),
      }),
    );
  }

  /** @throws DomainError `organization.areaNotFound`, `organization.unitNotFound` */
  async register(code: string, unit?: string): Promise<RegisterAnswer> {
    const { area, unit: own, forms } = await this.#look(code, unit);
    return {
      area,
      unit: own === null ? null : { id: own.id, name: own.name },
      rows: await this.#heads(forms),
      offices: [...this.#doors.departments.values()].map(({ id, name }) => ({ id, name: { ...name } })),
    };
  }

  /** @throws DomainError `forms.formNotFound` */
  async form(code: string, id: string, unit?: string): Promise<FormDetail> {
    const { forms } = await this.#look(code, unit);
    const form = forms.find((one) => one.id === id);
    const [head] = form === undefined ? [] : await this.#heads([form]);
    if (form === undefined || head === undefined) throw formsErrors.formNotFound({ form: id });
    const known = knownFields([...this.#registry, ...knownInForms(forms)]);
    return {
      ...head,
      why: form.why,
      note: form.note,
      fieldRows: form.fields.map(({ name, source }) => ({
        name: { ...name },
        source: source === null ? null : (known.find(source) ?? null),
      })),
    };
  }

  /** How many hours schools are asked to spend, by form, by office and over the months. */
  async burden(
    code: string,
    { unit, month }: { readonly unit?: string | undefined; readonly month?: string | undefined },
  ): Promise<Burden> {
    const { registry, departments, now } = this.#doors;
    const last = month ?? chinaDate(now()).slice(0, 7);
    const { area, above, counties, unit: own, forms, sheets } = await this.#look(code, unit, last);
    const schools = own === null ? await registry.schools(counties) : (await registry.unit(code, own.id)).groups;
    const below = new Map<string, ReadonlySet<string>>();
    for (const of of new Set(forms.map((form) => form.area))) {
      if (!above.has(of)) below.set(of, new Set(await registry.countiesOf(of)));
    }
    const input = {
      forms,
      schools,
      sheets,
      holdsIn: (of: string, county: string) => above.has(of) || below.get(of)?.has(county) === true,
    };
    const months = monthsUpTo(last, monthsShown).map((one) => burdenOf(input, one));
    const byOffice = months.map(perSchoolByOffice);
    const { month: shown, rows } = burdenOf(input, last);
    const offices = new Set(byOffice.flatMap((one) => [...one.keys()]));
    return {
      area: { code: area.code, name: area.name },
      now: shown,
      rows: [...rows],
      offices: [...offices]
        .map((id) => {
          const course = byOffice.map((one) => one.get(id) ?? 0);
          const perSchool = course.at(-1) ?? 0;
          const name = departments.get(id)?.name ?? { zh: id, en: id };
          return { id, name: { ...name }, hours: perSchool * shown.schools, perSchool, course };
        })
        .sort((one, other) => other.hours - one.hours),
      months: months.map(({ month: one }) => one),
    };
  }

  /** Where each of these names is known already; an empty list = nowhere. */
  async known(code: string, names: readonly string[]): Promise<{ rows: { name: string; places: KnownPlace[] }[] }> {
    const { database, registry } = this.#doors;
    await registry.area(code);
    const known = await this.#knownIn(database, code, '');
    return { rows: names.map((name) => ({ name, places: [...known.places(name)] })) };
  }

  /** Requests a form; the bureau decides. @throws DomainError `forms.fieldKnown`, `forms.nothingNew` … */
  async request(code: string, { title, ...fields }: RequestBody, by: Principal): Promise<FormDetail> {
    await this.#doors.registry.area(code);
    const { id } = await this.#doors.cases.open(by, requestKindName, { area: code, title, fields });
    return this.form(code, id);
  }

  async #knownIn(session: Session, code: string, except: string): Promise<KnownFields> {
    const { library } = this.#doors;
    const instruments = new Set(library.all.map(({ instrument }) => instrument.id));
    const asked = await this.#forms(session, await this.#doors.registry.upFrom(session, code), instruments);
    return knownFields([...this.#registry, ...knownInForms(asked.filter(({ id }) => id !== except))]);
  }

  async #look(code: string, unitId: string | undefined, last?: string): Promise<Sight> {
    const { database, registry, sheetsGiven, now } = this.#doors;
    const { area, path } = await registry.area(code);
    const counties = await registry.countiesOf(code);
    const found = unitId === undefined ? null : await registry.unit(code, unitId);
    const unit = found === null || unitId === undefined ? null : { id: unitId, name: found.name, stages: found.stages };
    const [first = ''] = monthsUpTo(last ?? chinaDate(now()).slice(0, 7), monthsShown);
    const since = new Date(`${first}-01T00:00:00+08:00`);
    const sheets = await sheetsGiven(database, { counties, unit: unitId, since });
    const codes = unit === null ? codesAround(code, path, counties) : [...path.map((one) => one.code), code];
    const forms = await this.#forms(database, codes, new Set(sheets.map(({ instrument }) => instrument)));
    return {
      area: { code: area.code, name: area.name, level: area.level },
      above: new Set([...path.map((one) => one.code), code]),
      counties,
      unit,
      sheets,
      forms: unit === null ? forms : forms.filter((form) => concerns(form, unit.stages)),
    };
  }

  async #forms(session: Session, areas: readonly string[], given: ReadonlySet<string>): Promise<readonly AskedForm[]> {
    const { library, policy, dictionary, datasets, now } = this.#doors;
    return [
      ...(await listForms(session, areas)).map(formOf),
      ...instrumentForms(library, policy, given),
      ...workbookForms(dictionary, datasets, policy),
      ...returnForms(dictionary, policy, schoolYearOf(chinaDate(now()))),
    ];
  }

  async #heads(forms: readonly AskedForm[]): Promise<FormHead[]> {
    const { registry, departments } = this.#doors;
    const names = await registry.areaNames([...new Set(forms.map(({ area }) => area))]);
    return forms.map(({ why: _why, note: _note, endedOn: _ended, fields, office, area, ...form }) => ({
      ...form,
      title: { ...form.title },
      basis: { ...form.basis },
      stages: [...form.stages],
      area: { code: area, name: names.get(area) ?? area },
      office: { id: office, name: { ...(departments.get(office)?.name ?? { zh: office, en: office }) } },
      fields: fields.length,
      prefilled: fields.filter(({ source }) => source !== null).length,
    }));
  }
}

/** A school sees what it is really asked, now or earlier. */
function concerns({ state, stages, askedOf }: AskedForm, own: readonly string[]): boolean {
  return (
    (state === 'inForce' || state === 'ended') && askedOf === 'schools' && stages.some((stage) => own.includes(stage))
  );
}

/** The areas above, the area itself, and those between it and its counties. */
function codesAround(
  code: string,
  path: readonly { readonly code: string }[],
  counties: readonly string[],
): readonly string[] {
  return [
    ...new Set([
      ...path.map((one) => one.code),
      code,
      ...counties,
      ...counties.flatMap((county) => [`${county.slice(0, 2)}0000`, `${county.slice(0, 4)}00`]),
    ]),
  ];
}
