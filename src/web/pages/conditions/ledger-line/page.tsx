import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { LedgerLineAnswer } from '#contracts/ledger';
import { useAnswer } from '#web/api';
import {
  instantText,
  moneyText,
  noValue,
  numberText,
  schoolYearText,
  useCommon,
  useLanguage,
  useText,
} from '#web/locale';
import { figureBeside, lineText, useLedgerWords } from '#web/pages/conditions/ledger-words';
import { useView } from '#web/shell';
import { Answer, Await, Button, DataTable, Figure, Page, Section, StatusMark } from '#web/ui';
import { AssignForm } from './assign-form.tsx';
import { useWords } from './messages.ts';
import { eventName, remarksOf } from './view-model.ts';

function Facts({ answer }: { readonly answer: LedgerLineAnswer }) {
  const words = useWords();
  const shared = useLedgerWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  const { line, price } = answer;
  const unit = line.unitOfValue;
  const figure = `${figureBeside(line.value, line.threshold, line.decimals, unit)} ${unit.en === 'share' ? '' : text(unit)}`;
  return (
    <Section title={words.facts}>
      <dl className="jh-facts">
        <dt>{shared.school}</dt>
        <dd>
          <Link to={view.href('compliance', line.unit, {}, line.county)}>{line.name}</Link>
        </dd>
        <dt>{shared.stage}</dt>
        <dd>{line.stage === 'all' ? shared.wholeSchool : common.stages[line.stage]}</dd>
        <dt>{shared.value}</dt>
        <dd>
          {line.origin === 'plan' ? (
            figure
          ) : (
            <Figure
              trace={{
                of: 'value',
                indicator: line.indicator,
                stage: line.stage,
                unit: line.unit,
                standard: line.standard,
              }}
              what={`${line.name} ${text(line.title)}`}
            >
              {figure}
            </Figure>
          )}
        </dd>
        <dt>{shared.line}</dt>
        <dd className="jh-number">{lineText(line.threshold, line.decimals, unit)}</dd>
        <dt>{words.measured}</dt>
        <dd>{schoolYearText(line.schoolYear, language)}</dd>
        <dt>{shared.act}</dt>
        <dd>{text(line.act) || noValue}</dd>
        <dt>{shared.cost}</dt>
        <dd>
          {line.costFen === null ? shared.noCost : moneyText(line.costFen, language)}
          {price === null || line.ownCost ? null : (
            <span className="jh-quiet"> {words.price(moneyText(price.costFen, language), text(price.resource))}</span>
          )}
        </dd>
        <dt>{shared.owner}</dt>
        <dd>{text(line.owner)}</dd>
        <dt>{shared.due}</dt>
        <dd>{line.overdue ? `${line.dueOn} ${shared.overdue}` : line.dueOn}</dd>
        <dt>{shared.project}</dt>
        <dd>
          {line.project === null ? (
            noValue
          ) : (
            <Link to={view.href('projects', line.project.id, {}, line.county)}>{line.project.title}</Link>
          )}
        </dd>
        <dt>{words.clause}</dt>
        <dd>
          {answer.clause} · {text(answer.document)}
        </dd>
      </dl>
    </Section>
  );
}

function Story({ answer }: { readonly answer: LedgerLineAnswer }) {
  const words = useWords();
  const { language } = useLanguage();
  const { line } = answer;
  return (
    <Section title={words.story}>
      <DataTable
        id="e"
        caption={words.story}
        bare
        rows={answer.events.toReversed()}
        rowKey={(event) => String(event.seq)}
        columns={[
          { key: 'at', title: words.at, value: (event) => instantText(event.at) },
          { key: 'kind', title: words.what, value: (event) => eventName(event.kind, words) },
          {
            key: 'figures',
            title: words.figures,
            value: (event) =>
              event.schoolYear === null
                ? ''
                : `${schoolYearText(event.schoolYear, language)} ${figureBeside(event.value, event.threshold, line.decimals, line.unitOfValue)} / ${lineText(event.threshold, line.decimals, line.unitOfValue)}`,
          },
          { key: 'by', title: words.by, value: (event) => event.by },
          { key: 'details', title: words.details, wide: true, value: (event) => remarksOf(event, words).join('；') },
        ]}
      />
    </Section>
  );
}

/** One gap: what is missing, who answers for it, and everything that happened to it. */
export function LedgerLinePage() {
  const words = useWords();
  const shared = useLedgerWords();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  const { line: id = '' } = useParams();
  const [assigning, setAssigning] = useState(false);
  const asked = useAnswer('ledger.line', { params: { area: view.area, line: id } });
  return (
    <Await asked={asked}>
      {(answer) => {
        const { line } = answer;
        return (
          <Page
            title={text(line.title)}
            subject={`${words.title} · ${line.name}`}
            actions={assigning ? null : <Button onClick={() => setAssigning(true)}>{words.assign}</Button>}
          >
            <Answer>
              <StatusMark
                status={line.state === 'open' ? 'notMet' : line.state === 'closed' ? 'met' : 'notApplicable'}
              />
              {line.state === 'open'
                ? words.open(shared.shortBy(numberText(line.shortfall, 1), text(line.resource)))
                : line.state === 'closed'
                  ? words.closed(schoolYearText(line.schoolYear, language))
                  : words.lapsed}
            </Answer>
            {assigning ? <AssignForm line={line} onClose={() => setAssigning(false)} /> : null}
            <Facts answer={answer} />
            <Story answer={answer} />
          </Page>
        );
      }}
    </Await>
  );
}
