import type { StandardDefinition } from './definition.ts';
import type { Fields } from './fields.ts';
import { nearestName } from './nearest-name.ts';

/** How many of these a standard may have: exceptions are bits of a number, splits and exclusions bytes. */
const most = { exceptions: 32, splits: 127, exclusions: 255 };

/** Reports identifiers used twice and references to parts, indicators and stages that do not exist. */
export const checkReferences = (definition: StandardDefinition, fields: Fields): void => {
  const parts = definition.parts.map((part) => part.id);
  const indicators = new Map(definition.indicators.map((indicator) => [indicator.id, indicator]));
  const seen = new Set<string>();
  const lists = [
    'parts',
    'parameters',
    'splits',
    'exclusions',
    'exceptions',
    'indicators',
    'schoolRules',
    'coefficients',
    'attested',
  ] as const;

  for (const list of lists) {
    const entries = fields.maps(list);
    const scope = list === 'parts' ? new Set<string>() : seen;
    definition[list].forEach(({ id }, index) => {
      if (id !== '' && scope.has(id)) entries[index]?.report('id', 'duplicate-id', { name: id });
      scope.add(id);
    });
  }

  for (const list of ['exceptions', 'splits', 'exclusions'] as const) {
    if (definition[list].length > most[list])
      fields.report(list, 'bad-count', { name: list, other: `0 – ${most[list]}` });
  }

  for (const list of ['indicators', 'schoolRules', 'coefficients', 'attested'] as const) {
    const entries = fields.maps(list);
    definition[list].forEach(({ part }, index) => {
      if (part === '' || parts.includes(part)) return;
      entries[index]?.report('part', 'unknown-part', { name: part, suggestion: nearestName(part, parts), list: parts });
    });
  }

  const known = [...indicators.keys()];
  const referTo = (list: 'schoolRules' | 'coefficients' | 'exceptions', key: 'of' | 'indicators'): void => {
    for (const entry of fields.maps(list)) {
      for (const { text, at } of entry.names(key)) {
        const indicator = indicators.get(text);
        if (!indicator) {
          entry.source.report(at, 'unknown-indicator', {
            name: text,
            suggestion: nearestName(text, known),
            list: known,
          });
        } else if (list !== 'exceptions' && (indicator.scope === 'area' || indicator.stages.includes('all'))) {
          entry.source.report(at, 'wrong-scope', { name: text });
        }
      }
    }
  };
  referTo('schoolRules', 'of');
  referTo('coefficients', 'of');
  referTo('exceptions', 'indicators');

  for (const entry of fields.maps('exclusions')) {
    for (const { text, at } of entry.names('parts')) {
      if (!parts.includes(text))
        entry.source.report(at, 'unknown-part', { name: text, suggestion: nearestName(text, parts), list: parts });
    }
  }
};
