import type { SeatsOverview } from '#contracts/seats';
import { useAnswer } from '#web/api';
import { numberText, schoolYearText, useCommon, useLanguage } from '#web/locale';
import {
  AlarmMark,
  ElsewhereLinks,
  gapText,
  readScenario,
  ScenarioChoice,
  SeatsRefused,
  useSeatsWords,
} from '#web/pages/seats/seats-words';
import { useView } from '#web/shell';
import { Answer, Await, Choice, isRefusedAs, Page, Picker } from '#web/ui';
import { BackTest } from './back-test.tsx';
import { Changes } from './changes.tsx';
import { Demand } from './demand.tsx';
import { useWords } from './messages.ts';
import { Standards } from './standards.tsx';
import { TownshipMap } from './township-map.tsx';
import { stageShown, yearShown } from './view-model.ts';
import { Warnings } from './warnings.tsx';

function Headline({ overview }: { readonly overview: SeatsOverview }) {
  const words = useWords();
  const shared = useSeatsWords();
  const { stages } = useCommon();
  const { language } = useLanguage();
  const short = overview.warnings.filter(({ alarm }) => alarm === 'short');
  const [first] = short;
  const places = new Set(short.map(({ area }) => area.code)).size;
  const detail = first
    ? words.firstShort(
        first.area.name,
        stages[first.stage],
        schoolYearText(first.firstShort ?? first.worst.year, language),
        gapText(first.worst.gap, shared),
        String(first.worst.year),
      )
    : words.allEnough;
  return (
    <Answer detail={detail}>
      <AlarmMark alarm={first === undefined ? 'enough' : 'short'} />{' '}
      {words.answer(numberText(places), numberText(short.length), numberText(overview.warning.yearsAhead.value))}
    </Answer>
  );
}

function Shown({ overview }: { readonly overview: SeatsOverview }) {
  const words = useWords();
  const { stages } = useCommon();
  const view = useView();
  const stage = stageShown(overview, view.stage);
  const place = overview.places.find(({ area }) => area.code === view.read('place'));
  const stageOf = (all: SeatsOverview['stages']) => all.find((one) => one.stage === stage);
  const outlook = (place === undefined ? undefined : stageOf(place.stages)) ?? stageOf(overview.stages);
  const year = yearShown(outlook, view.read('at'), overview.warning.yearsAhead.value);
  const here = place !== undefined && stageOf(place.stages) !== undefined ? place.area.name : words.whole;
  return (
    <Page title={words.title} subject={overview.area.name} actions={<ElsewhereLinks here="outlook" />}>
      <Headline overview={overview} />
      <div className="jh-actions jh-no-print">
        <Choice
          label={words.stage}
          showLabel
          value={stage}
          options={overview.stages.map((one) => ({ value: one.stage, label: stages[one.stage] }))}
          onChange={(value) => view.change({ stage: value })}
        />
        <ScenarioChoice />
        <Picker
          label={words.place}
          showLabel
          value={place?.area.code ?? ''}
          options={[
            { value: '', label: words.whole },
            ...overview.places
              .filter((one) => stageOf(one.stages) !== undefined)
              .map(({ area }) => ({ value: area.code, label: area.name })),
          ]}
          onChange={(value) => view.change({ place: value })}
        />
      </div>
      <div className="jh-columns">
        {outlook === undefined ? null : (
          <Demand
            outlook={outlook}
            stageName={`${here} · ${stages[stage]}`}
            firstYear={overview.firstYear}
            year={year}
            share={overview.share}
          />
        )}
        <TownshipMap overview={overview} stage={stage} stageName={stages[stage]} year={year} />
      </div>
      <Warnings overview={overview} />
      <Changes overview={overview} />
      <Standards overview={overview} />
      <BackTest overview={overview} />
    </Page>
  );
}

/** Will there be a seat for every child, in every place and year? */
export function SeatsOutlookPage() {
  const view = useView();
  const scenario = readScenario(view.read('scenario'));
  const asked = useAnswer('seats.overview', { params: { area: view.area }, query: { scenario } });
  if (isRefusedAs(asked.error, 'seats.notACounty') || isRefusedAs(asked.error, 'seats.noHistory')) {
    return <SeatsRefused error={asked.error} />;
  }
  return (
    <Await asked={asked} rows={12}>
      {(overview) => <Shown overview={overview} />}
    </Await>
  );
}
