import { z } from 'zod';
import { finding } from '#contracts/balance';

const text = z.object({ zh: z.string(), en: z.string() });
const areaCode = z.string().min(1).max(80);
const verdict = z.enum(['met', 'notMet', 'noData', 'notApplicable']);
const itemValue = z.union([z.number(), z.boolean(), z.null()]);
export const level = z.enum(['city', 'province', 'nation']);

export const areaParams = z.object({ area: areaCode });
/** The application's case as its name stands in addresses: `341181-01kb…`. */
export const applicationParams = areaParams.extend({ application: z.string().regex(/^\d{6}-[0-9a-z]{26}$/) });
export const findingParams = applicationParams.extend({ item: z.string().min(1).max(300) });

export const applicationHead = z.object({
  /** As cases are named in addresses. */
  name: z.string(),
  area: z.object({ code: z.string(), name: z.string() }),
  state: z.object({ id: z.string(), title: text, isFinal: z.boolean() }),
  openedAt: z.string(),
  actedAt: z.string(),
  dueOn: z.string().nullable(),
});

export const applicationsAnswer = z.object({
  area: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  rows: z.array(applicationHead),
});

const found = z.object({
  level,
  value: itemValue,
  verdict: z.enum(['met', 'notMet', 'noData']),
  note: z.string(),
  by: z.string(),
  at: z.string(),
});

export const comparedItem = z.object({
  key: z.string(),
  kind: z.enum(['coefficient', 'area', 'attested', 'school']),
  indicator: z.string(),
  name: text,
  stage: z.string(),
  unit: z.string(),
  unitName: z.string(),
  /** In which `value`, `line` and what was found are given: a share in `%`. */
  shownIn: text,
  value: itemValue,
  line: z.number().nullable(),
  verdict,
  found: z.array(found),
  differs: z.boolean(),
});

const judgedSignal = z.object({ key: z.string(), finding, found: z.array(found) });

export const application = applicationHead.extend({
  standard: z.object({ id: z.string(), version: z.string(), name: text }),
  schoolYear: z.number().int(),
  snapshot: z.string(),
  verdict,
  counts: z.object({
    items: z.number().int(),
    notMet: z.number().int(),
    noData: z.number().int(),
    /** Items at which a level above looked again, and those where it did not agree. */
    checked: z.number().int(),
    differing: z.number().int(),
  }),
  /** At which level findings may be recorded now; null = at none. */
  recording: level.nullable(),
  /** The schools drawn for visits, with what anyone needs to draw them again. */
  sample: z
    .object({
      seed: z.string(),
      size: z.number().int(),
      among: z.number().int(),
      schools: z.array(z.object({ unit: z.string(), name: z.string(), group: z.string() })),
    })
    .nullable(),
  items: z.array(comparedItem),
  /** Signals of false data with what each level judged: met = the data are true, notMet = they are false. No machine judges. */
  signals: z.array(judgedSignal),
});

export const applyBody = z.strictObject({
  standard: z.string().min(1).max(80).optional(),
  year: z.number().int().min(1950).max(2200).optional(),
});
export const findingBody = z.strictObject({
  /** In the unit of the item. */
  value: itemValue,
  verdict: z.enum(['met', 'notMet', 'noData']),
  note: z.string().trim().max(2000).default(''),
});

export type Application = z.infer<typeof application>;
export type ApplicationHead = z.infer<typeof applicationHead>;
export type JudgedSignalShown = z.infer<typeof judgedSignal>;
export type ComparedItemShown = z.infer<typeof comparedItem>;
export type FindingBody = z.infer<typeof findingBody>;
