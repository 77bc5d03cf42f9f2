import './without-eval.ts';
import { type WhatIf, whatIfMostSchools } from '#contracts/balance';
import { useAnswer } from '#web/api';
import { numberText, schoolYearText, useCommon, useLanguage } from '#web/locale';
import { useView } from '#web/shell';
import { Await, Button, ButtonLink, Notice, Page } from '#web/ui';
import { ChangeList } from './change-list.tsx';
import { useWords } from './messages.ts';
import { OutcomeBars, OutcomeEffects, OutcomeHeadline } from './outcome.tsx';
import { SchoolEditor } from './school-editor.tsx';
import { useTrial } from './use-trial.ts';

function Trials({ answer }: { readonly answer: WhatIf }) {
  const words = useWords();
  const { actions } = useCommon();
  const { language } = useLanguage();
  const state = useTrial(answer);
  const { base, tried } = state;
  const title = { title: words.title, subject: `${answer.area.name} · ${schoolYearText(answer.schoolYear, language)}` };
  if (!base || !tried || base.input.units.size === 0) {
    return (
      <Page {...title}>
        <Notice kind="empty" title={base ? words.noSchools : words.noStandard} />
      </Page>
    );
  }
  const shown = { base, tried, area: base.input.areas.code.indexOf(answer.area.code) };
  return (
    <Page {...title} actions={<Button onClick={() => window.print()}>{actions.print}</Button>}>
      <OutcomeHeadline {...shown} />
      <div className="jh-columns">
        <OutcomeBars {...shown} />
        <div className="jh-page">
          <ChangeList state={state} base={base} />
          <SchoolEditor state={state} base={base} />
        </div>
      </div>
      <OutcomeEffects {...shown} />
    </Page>
  );
}

export function WhatIfPage() {
  const words = useWords();
  const { area, year, standard, href } = useView();
  const here = useAnswer('organization.area', { params: { area } });
  const isTooLarge = (here.data?.units ?? 0) > whatIfMostSchools;
  const asked = useAnswer(
    'balance.whatIf',
    { params: { area }, query: { year: year ?? undefined, standard: standard ?? undefined } },
    { enabled: here.data !== undefined && !isTooLarge },
  );
  if (here.data !== undefined && isTooLarge) {
    return (
      <Page title={words.title} subject={here.data.name}>
        <Notice
          kind="empty"
          title={words.tooLarge(numberText(here.data.units), numberText(whatIfMostSchools))}
          action={
            <ButtonLink look="strong" to={href('compare')}>
              {words.areasBelow}
            </ButtonLink>
          }
        >
          <p>{words.tooLargeHint}</p>
        </Notice>
      </Page>
    );
  }
  return (
    <Await asked={asked} rows={14}>
      {(answer) => <Trials answer={answer} />}
    </Await>
  );
}
