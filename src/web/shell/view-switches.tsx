import type { Stage } from '#standards';
import { useAnswer } from '#web/api';
import { readStage, schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { Choice, Picker } from '#web/ui';
import { useShellMessages } from './messages.ts';
import { useView } from './use-view.ts';

/** Which year, stage and standard the pages speak of; all three stand in the address. */
export function ViewSwitches({ years }: { readonly years: readonly number[] }) {
  const view = useView();
  const words = useShellMessages();
  const common = useCommon();
  const text = useText();
  const { language } = useLanguage();
  const { data } = useAnswer('conditions.standards', { query: { area: view.area } });
  const standards = data?.rows ?? [];
  const standard = standards.find((row) => row.id === view.standard) ?? standards[0];
  const stages = (standard?.stages ?? []).map(readStage).filter((stage): stage is Stage => stage !== null);
  const year = view.year ?? years[0];
  return (
    <div className="jh-switches jh-no-print">
      {standard ? (
        <Picker
          label={words.standard}
          value={standard.id}
          options={standards.map((row) => ({ value: row.id, label: text(row.name) }))}
          onChange={(id) => view.change({ standard: id, stage: null }, 'push')}
        />
      ) : null}
      {year === undefined ? null : (
        <Picker
          label={words.year}
          value={String(year)}
          options={(years.includes(year) ? years : [year, ...years]).map((known) => ({
            value: String(known),
            label: schoolYearText(known, language),
          }))}
          onChange={(chosen) => view.change({ year: chosen }, 'push')}
        />
      )}
      {stages.length > 1 ? (
        <Choice
          label={words.stage}
          value={view.stage ?? 'all'}
          options={[
            { value: 'all', label: words.allStages },
            ...stages.map((stage) => ({ value: stage, label: common.stages[stage] })),
          ]}
          onChange={(stage) => view.change({ stage: stage === 'all' ? null : stage }, 'push')}
        />
      ) : null}
    </div>
  );
}
