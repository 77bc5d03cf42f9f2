import { useAnswer } from '#web/api';

/** Names the areas right below an area (a county's townships); an unknown code stands for itself. */
export function useAreaName(parent: string): (code: string | null) => string {
  const { data } = useAnswer('organization.children', { params: { area: parent } });
  return (code) => data?.rows.find((row) => row.code === code)?.name ?? code ?? '';
}
