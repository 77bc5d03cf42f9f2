import { useParams } from 'react-router';
import type { PublicRoundDetail } from '#contracts/admission';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { chinaTime, PublishedFiles, useAdmissionWords } from '#web/pages/admission/admission-words';
import { Answer, Await, ButtonLink, DataTable, Page, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** A round as anybody may see it: who, when, which schools, in which order; the draw, and the totals of the result. */
export function PlanPage() {
  const words = useWords();
  const text = useText();
  const shared = useAdmissionWords();
  const { area = '', round = '' } = useParams();
  const asked = useAnswer('admission.round', { params: { area, round } });
  return (
    <Await asked={asked}>
      {(plan) => (
        <Page
          title={text(plan.name)}
          subject={plan.area.name}
          actions={
            plan.isOpen ? (
              <ButtonLink look="strong" to={`/admission/${area}/rounds/${round}/apply`}>
                {words.apply}
              </ButtonLink>
            ) : null
          }
        >
          <Answer detail={plan.invented ? shared.invented : undefined}>
            {plan.isOpen
              ? words.answerOpen(chinaTime(plan.applyUntil))
              : plan.result === null
                ? words.answerState(shared.states[plan.state])
                : words.answerResult(
                    numberText(plan.result.applicants),
                    numberText(plan.result.firstChoice),
                    numberText(plan.result.otherChoice),
                    numberText(plan.result.placed),
                    numberText(plan.result.none),
                  )}
          </Answer>
          <Rules plan={plan} />
          <Section title={words.schools}>
            <DataTable
              id="s"
              caption={words.schools}
              bare
              rows={plan.schools}
              rowKey={({ unit }) => unit}
              columns={[
                { key: 'school', title: shared.school, value: ({ name }) => name, wide: true },
                {
                  key: 'zone',
                  title: shared.zone,
                  value: ({ zones }) =>
                    plan.zones
                      .filter(({ id }) => zones.includes(id))
                      .map(({ name }) => text(name))
                      .join('、'),
                },
                { key: 'kind', title: shared.kind, value: ({ kind }) => shared.kinds[kind] },
                { key: 'seats', title: shared.seats, kind: 'number', value: ({ seats }) => seats },
              ]}
            />
          </Section>
          {plan.publications.length === 0 ? null : <Draw plan={plan} />}
        </Page>
      )}
    </Await>
  );
}

function Rules({ plan }: { readonly plan: PublicRoundDetail }) {
  const words = useWords();
  const text = useText();
  return (
    <Section title={words.rules}>
      <dl className="jh-terms">
        <div>
          <dt>{words.who}</dt>
          <dd>{text(plan.eligibility)}</dd>
        </div>
        <div>
          <dt>{words.apply1}</dt>
          <dd>
            {chinaTime(plan.applyFrom)} – {chinaTime(plan.applyUntil)}
          </dd>
        </div>
        <div>
          <dt>{words.announce}</dt>
          <dd>{plan.announceOn}</dd>
        </div>
        <div>
          <dt>{words.register}</dt>
          <dd>{plan.registerUntil}</dd>
        </div>
        <div>
          <dt>{words.tie}</dt>
          <dd>{text(plan.tieBreak)}</dd>
        </div>
        <div>
          <dt>{words.most}</dt>
          <dd>{numberText(plan.mostChoices)}</dd>
        </div>
      </dl>
      <h3>{words.order}</h3>
      <ol>
        {plan.categories.map(({ id, name, lists }, at) => (
          <li key={id}>
            {numberText(at + 1)}. {text(name)}{' '}
            <span className="jh-quiet">
              {lists.length === 0 ? words.needsNone : words.needs(lists.map((list) => text(list)).join('、'))}
            </span>
          </li>
        ))}
      </ol>
      <p className="jh-quiet">
        {words.basis} {plan.basis} · {words.version(numberText(plan.rules.version), plan.rules.hash.slice(0, 12))}
      </p>
    </Section>
  );
}

function Draw({ plan }: { readonly plan: PublicRoundDetail }) {
  const words = useWords();
  const shared = useAdmissionWords();
  return (
    <Section title={words.draw}>
      <p>{words.drawHint}</p>
      <dl className="jh-terms">
        <div>
          <dt>{shared.listHash}</dt>
          <dd>
            <code>{plan.listHash}</code>
          </dd>
        </div>
        {plan.seed === null ? null : (
          <>
            <div>
              <dt>{shared.seed}</dt>
              <dd>{plan.seed.value}</dd>
            </div>
            <div>
              <dt>{shared.source}</dt>
              <dd>{plan.seed.source}</dd>
            </div>
            <div>
              <dt>{shared.witnesses}</dt>
              <dd>{plan.seed.witnesses.join('、')}</dd>
            </div>
          </>
        )}
      </dl>
      <PublishedFiles area={plan.area.code} round={plan.id} publications={plan.publications} />
      <p className="jh-quiet">{words.check}</p>
    </Section>
  );
}
