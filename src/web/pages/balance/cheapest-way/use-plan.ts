import { useState } from 'react';
import { useAnswer } from '#web/api';
import { useView } from '#web/shell';

interface AskedCost {
  readonly indicator: string;
  readonly stage: 'kindergarten' | 'primary' | 'junior' | 'senior' | 'special' | null;
  readonly costFen: number;
}

/** The plan for the prices and moves asked for; `move` stands in the address, prices stay on the page. */
export function usePlan() {
  const view = useView();
  const [costs, setCosts] = useState<readonly AskedCost[]>([]);
  const mayMove = view.read('move') === 'yes';
  const asked = useAnswer('balance.remedy', {
    params: { area: view.area },
    body: {
      ...(view.year === null ? {} : { year: view.year }),
      ...(view.standard === null ? {} : { standard: view.standard }),
      costs: [...costs],
      mayMove,
    },
  });
  const overview = useAnswer('balance.overview', {
    params: { area: view.area },
    query: { year: view.year ?? undefined, standard: view.standard ?? undefined },
  });
  const indicators = overview.data?.indicators ?? [];
  return {
    asked,
    indicators,
    costs,
    setCosts,
    mayMove,
    setMayMove: (may: boolean) => view.change({ move: may ? 'yes' : null }),
  };
}
