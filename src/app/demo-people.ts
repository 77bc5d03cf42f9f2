import type { Principal } from '#core/access';
import { writeDocx } from '#engines/documents';
import type { Application } from './application.ts';

/** The invented persons of a place, by role; a school's by its id. */
export function demoPerson(area: string, role: string, unit?: string): Principal {
  return {
    id: ['demo', area, role, ...(unit === undefined ? [] : [unit])].join('-'),
    name: role,
    kind: 'person',
    grants: [{ role, area, unit }],
  };
}

/** A day so many days from an instant, `2026-11-22`. */
export function dayFrom(at: Date, days: number): string {
  return new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Keeps an invented document as evidence. */
export async function demoEvidence(
  { files }: Pick<Application, 'files'>,
  by: Principal,
  { area, unit, name }: { readonly area: string; readonly unit?: string | undefined; readonly name: string },
): Promise<{ readonly file: string; readonly name: string }[]> {
  const bytes = await writeDocx({
    language: 'zh',
    title: name.replace('.docx', ''),
    body: [{ kind: 'paragraph', text: '演示用，不是真实材料。' }],
  });
  const { id } = await files.add(by, { area, unit, name, bytes, keepTime: false, keepPlace: false });
  return [{ file: id, name }];
}
