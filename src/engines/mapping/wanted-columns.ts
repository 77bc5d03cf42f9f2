import type { SheetMapping, Source } from './profile.ts';

/** Every header a mapping speaks of; the header row is known by them. */
export function wantedColumns(mapping: SheetMapping): readonly string[] {
  const names = new Set<string>();
  const visit = (source: Source | undefined): void => {
    if (source?.column !== undefined) {
      names.add(source.column);
    }
    source?.join?.forEach(visit);
  };
  for (let area = mapping.county; area !== undefined; area = area.parent) {
    visit(area.from);
  }
  visit(mapping.schoolYear);
  for (const record of mapping.records) {
    Object.values(record.fields).forEach(visit);
  }
  for (const facts of mapping.facts) {
    visit(facts.unit);
    visit(facts.stage);
    visit(facts.long?.measure);
    visit(facts.long?.value);
    for (const measure of facts.measures) {
      visit(measure.from);
      visit(measure.stage);
    }
  }
  return [...names];
}
