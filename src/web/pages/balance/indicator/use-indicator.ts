import { useParams } from 'react-router';
import { useAnswer } from '#web/api';
import { useView } from '#web/shell';
import { defaultIndicator } from './view-model.ts';

/** The indicator of the address; without one, the worst of the overview. */
export function useIndicator() {
  const { indicator: named } = useParams();
  const { area, year, standard, stage } = useView();
  const query = { year: year ?? undefined, standard: standard ?? undefined };
  const overview = useAnswer('balance.overview', { params: { area }, query });
  const chosen = named
    ? { indicator: named, stage }
    : overview.data
      ? defaultIndicator(overview.data.coefficients, stage)
      : null;
  const asked = useAnswer(
    'balance.indicator',
    { params: { area, indicator: chosen?.indicator ?? '' }, query: { ...query, stage: chosen?.stage ?? undefined } },
    { enabled: chosen !== null },
  );
  return { overview, asked: chosen === null ? overview : asked, page: asked.data };
}
