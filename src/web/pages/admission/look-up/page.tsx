import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct, useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { chinaTime, useAdmissionWords } from '#web/pages/admission/admission-words';
import { Answer, Await, Button, ButtonLink, Field, InlineProblem, Page, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** The first page of a family: which school is ours, and where to apply. Nobody signs in to read it. */
export function LookUpPage() {
  const words = useWords();
  const text = useText();
  const shared = useAdmissionWords();
  const { area = '' } = useParams();
  const asked = useAnswer('admission.rounds', { params: { area } });
  return (
    <Await asked={asked}>
      {({ area: { name }, rows }) => {
        const open = rows.filter(({ isOpen }) => isOpen);
        return (
          <Page title={words.title} subject={name}>
            <Answer detail={rows.some(({ invented }) => invented) ? shared.invented : undefined}>
              {rows.length === 0 ? words.none : open.length === 0 ? words.closed : words.open(numberText(open.length))}
            </Answer>
            <AddressForm area={area} />
            <Section title={words.rounds}>
              <ul className="jh-plain-list">
                {rows.map((round) => (
                  <li key={round.id} className="jh-question">
                    <h3>{text(round.name)}</h3>
                    <p>
                      {shared.states[round.state]}
                      {round.isOpen ? ` · ${shared.until(chinaTime(round.applyUntil))}` : ''}
                    </p>
                    <p className="jh-actions">
                      {round.isOpen ? (
                        <ButtonLink look="strong" to={`/admission/${area}/rounds/${round.id}/apply`}>
                          {words.apply}
                        </ButtonLink>
                      ) : null}
                      <ButtonLink to={`/admission/${area}/rounds/${round.id}`}>{words.plan}</ButtonLink>
                    </p>
                  </li>
                ))}
              </ul>
            </Section>
            <OwnApplications area={area} />
          </Page>
        );
      }}
    </Await>
  );
}

function AddressForm({ area }: { readonly area: string }) {
  const words = useWords();
  const text = useText();
  const shared = useAdmissionWords();
  const [address, setAddress] = useState('');
  const look = useAct('admission.lookUp', { keepsAnswers: true });
  return (
    <Section title={words.ask}>
      <form
        className="jh-question"
        onSubmit={(event) => {
          event.preventDefault();
          look.mutate({ params: { area }, body: { address } });
        }}
      >
        <Field
          label={words.address}
          hint={words.addressHint}
          value={address}
          autoComplete="street-address"
          onChange={setAddress}
        />
        <p>
          <Button type="submit" look="strong" busy={look.isPending} disabled={address.trim().length < 2}>
            {words.find}
          </Button>
        </p>
        <InlineProblem error={look.error} />
      </form>
      <div role="status">
        {look.data?.rows.map(({ round, zone, schools }) => (
          <div key={round.id} className="jh-question">
            <h3>{text(round.name)}</h3>
            {schools.length === 0 ? (
              <p>{words.noZone}</p>
            ) : (
              <>
                <p>{zone === null ? words.noZones : words.schoolsOf(text(zone.name))}</p>
                <ul>
                  {schools.map(({ unit, name, kind, seats }) => (
                    <li key={unit}>
                      {name}（{shared.kinds[kind]}，{shared.seats} {numberText(seats)}）
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        ))}
      </div>
    </Section>
  );
}

/** Shown to who is signed in; the public part of the page never waits for it. */
function OwnApplications({ area }: { readonly area: string }) {
  const words = useWords();
  const text = useText();
  const { data: state } = useAnswer('signIn.state', {});
  const isHere = state?.isSignedIn === true || state?.isTrial === true;
  const { data: may } = useAnswer('people.may', { query: { area } }, { enabled: isHere });
  const isFamily = may?.permissions.includes('admission.apply') === true;
  const { data: own } = useAnswer('admission.own', { params: { area } }, { enabled: isFamily });
  if (state === undefined) return null;
  if (!isHere) {
    return (
      <Section title={words.own}>
        <ButtonLink to={`/sign-in?to=${encodeURIComponent(`/admission/${area}`)}`}>{words.signIn}</ButtonLink>
      </Section>
    );
  }
  if (own === undefined) return null;
  return (
    <Section title={words.own}>
      {own.rows.length === 0 ? <p>{words.ownNone}</p> : null}
      <ul className="jh-plain-list">
        {own.rows.map(({ id, round, state: at, children }) => (
          <li key={id} className="jh-question">
            <h3>{text(round.name)}</h3>
            <p>
              {children.map(({ name }) => name).join('、')} · {at === 'draft' ? words.draft : words.submitted}
            </p>
            <Link
              to={
                at === 'draft' && round.isOpen
                  ? `/admission/${area}/rounds/${round.id}/apply/${id}`
                  : `/admission/${area}/applications/${round.id}/${id}`
              }
            >
              {words.openOne}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
