import { readIdentityNumber } from '#core/codes';
import { ageOn } from './age-on.ts';
import type { ApplicationBody } from './contract.ts';
import { admissionErrors as errors } from './errors.ts';
import { eligibleSchools, findZone } from './find-zone.ts';
import type { AdmissionRules, RulesZone } from './rules-schema.ts';

/** What a family wrote, by the names of the form. */
export type Written = Omit<ApplicationBody, 'requestKey' | 'seen' | 'consent'>;

/**
 * Refuses what cannot be handed in, the first thing in the order of the form.
 *
 * @returns the zone of the address
 * @throws DomainError `admission.incomplete`, `admission.identityRefused`, `admission.noZone` …
 */
export function checkApplication(rules: AdmissionRules, written: Written): RulesZone | undefined {
  const asked = [
    [{ zh: '监护人姓名', en: 'name of the guardian' }, written.guardianName],
    [{ zh: '监护人身份证号', en: 'identity number of the guardian' }, written.guardianIdentity],
    [{ zh: '手机号', en: 'mobile number' }, written.phone],
    [{ zh: '住址', en: 'address' }, written.address],
  ] as const;
  for (const [field, value] of asked) if (value === '') throw errors.incomplete({ field });
  if (readIdentityNumber(written.guardianIdentity) === undefined) {
    throw errors.identityRefused({ whose: { zh: '监护人', en: 'the guardian' } });
  }
  if (!/^1\d{10}$/.test(written.phone))
    throw errors.incomplete({ field: { zh: '11 位手机号', en: 'a mobile number of 11 digits' } });
  const zone = findZone(rules.zones, written.address);
  if (rules.zones.length > 0 && zone === undefined) throw errors.noZone();
  const eligible = eligibleSchools(rules, zone);
  written.children.forEach((child, at) => checkChild(rules, child, at + 1, eligible));
  const numbers = written.children.map(({ identity }) => identity.toUpperCase());
  if (new Set(numbers).size < numbers.length) throw errors.childTwice();
  const lists = new Set(written.children.map(({ choices }) => choices.join(' ')));
  if (written.together && lists.size > 1) throw errors.choicesDiffer();
  return zone;
}

function checkChild(
  rules: AdmissionRules,
  child: Written['children'][number],
  nth: number,
  eligible: readonly string[],
): void {
  if (child.name === '')
    throw errors.incomplete({ field: { zh: `第 ${nth} 个孩子的姓名`, en: `name of child ${nth}` } });
  const read = readIdentityNumber(child.identity);
  if (read === undefined) throw errors.identityRefused({ whose: { zh: `第 ${nth} 个孩子`, en: `child ${nth}` } });
  if (read.birthDate !== child.birthDate) throw errors.birthDateDiffers({ child: nth });
  const { ageOn: day, atLeast: least, atMost: most } = rules.eligibility;
  const age = ageOn(child.birthDate, day);
  if (age < least || age > most) throw errors.ageRefused({ child: nth, day, age, least, most });
  if (!rules.categories.some(({ id }) => id === child.category)) {
    throw errors.incomplete({ field: { zh: `第 ${nth} 个孩子的类别`, en: `category of child ${nth}` } });
  }
  if (child.choices.length === 0)
    throw errors.incomplete({ field: { zh: `第 ${nth} 个孩子的志愿`, en: `choices of child ${nth}` } });
  const wrong =
    child.choices.find((school, at) => !eligible.includes(school) || child.choices.indexOf(school) < at) ??
    child.choices[rules.choices.most];
  if (wrong !== undefined) throw errors.choiceRefused({ child: nth, school: wrong, most: rules.choices.most });
}
