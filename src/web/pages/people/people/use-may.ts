import { useAnswer } from '#web/api';

/** Whether the reader holds a permission in an area; nothing is offered before that is known. */
export function useMay(area: string): (permission: string) => boolean {
  const { data } = useAnswer('people.may', { query: { area } });
  const held = new Set(data?.permissions ?? []);
  return (permission) => held.has(permission);
}
