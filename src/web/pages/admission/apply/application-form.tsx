import Checkbox from 'antd/es/checkbox/Checkbox';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Application, PublicRoundDetail } from '#contracts/admission';
import { useAct } from '#web/api';
import { numberText, useText } from '#web/locale';
import { chinaTime } from '#web/pages/admission/admission-words';
import { Answer, Button, Field, InlineProblem, Notice, Page, Section } from '#web/ui';
import { ChildFields } from './child-fields.tsx';
import { useWords } from './messages.ts';
import { emptyChild, emptyForm, formOf, sameChoices, type Written } from './view-model.ts';

interface Props {
  readonly plan: PublicRoundDetail;
  readonly draft: Application | null;
}

/** The whole application on one column: who, where, which schools, what it is used for. */
export function ApplicationForm({ plan, draft }: Props) {
  const words = useWords();
  const text = useText();
  const go = useNavigate();
  const [form, setForm] = useState<Written>(() => (draft === null ? emptyForm : formOf(draft)));
  const [saved, setSaved] = useState(draft);
  const [isSaid, setSaid] = useState(false);
  // Made once: sent again after a lost answer it is still one application.
  const [requestKey] = useState(() => crypto.randomUUID());
  const look = useAct('admission.lookUp', { keepsAnswers: true });
  const begin = useAct('admission.begin', { keepsAnswers: true });
  const save = useAct('admission.save', { keepsAnswers: true });
  const submit = useAct('admission.submit');
  const { code: area } = plan.area;
  const { mutate: lookUp } = look;
  const known = draft?.address ?? '';
  useEffect(() => {
    if (known !== '') lookUp({ params: { area }, body: { address: known } });
  }, [area, known, lookUp]);
  const found = look.data?.rows.find(({ round }) => round.id === plan.id);
  const set = (changed: Partial<Written>) => {
    setSaid(false);
    setForm((before) => sameChoices({ ...before, ...changed }));
  };
  const keep = async (): Promise<Application> => {
    const body = { ...form, requestKey, seen: saved?.version ?? 0, children: [...form.children] };
    const params = { area, round: plan.id };
    const kept =
      saved === null
        ? await begin.mutateAsync({ params, body })
        : await save.mutateAsync({ params: { ...params, application: saved.id }, body });
    setSaved(kept);
    setForm((before) => ({
      ...before,
      children: before.children.map((child, at) => ({ ...child, id: kept.children[at]?.id ?? child.id })),
    }));
    return kept;
  };
  const keepOnly = () =>
    void keep()
      .then(() => setSaid(true))
      .catch(() => setSaid(false));
  const handIn = () =>
    void keep()
      .then(({ id, version }) =>
        submit.mutateAsync({ params: { area, round: plan.id, application: id }, body: { seen: version } }),
      )
      .then(({ id }) => go(`/admission/${area}/applications/${plan.id}/${id}`))
      .catch(() => setSaid(false));
  if (!plan.isOpen) {
    return (
      <Notice alone kind="empty" title={words.closed}>
        <p>{text(plan.name)}</p>
      </Notice>
    );
  }
  const isBusy = begin.isPending || save.isPending || submit.isPending;
  const line = (key: 'guardianName' | 'guardianIdentity' | 'phone', hint?: string) => (
    <Field label={words[key]} hint={hint} value={form[key]} onChange={(value) => set({ [key]: value })} />
  );
  return (
    <Page title={words.title} subject={text(plan.name)}>
      <Answer>{words.until(chinaTime(plan.applyUntil))}</Answer>
      <Section title={words.guardian}>
        <div className="jh-question">
          {line('guardianName')}
          {line('guardianIdentity', words.identityHint)}
          {line('phone')}
        </div>
      </Section>
      <Section title={words.home}>
        <div className="jh-question">
          <Field
            label={words.address}
            hint={words.addressHint}
            value={form.address}
            autoComplete="street-address"
            onChange={(address) => set({ address })}
          />
          <p>
            <Button
              busy={look.isPending}
              disabled={form.address.trim().length < 2}
              onClick={() => lookUp({ params: { area }, body: { address: form.address } })}
            >
              {words.find}
            </Button>
          </p>
          <div role="status">
            {found === undefined ? null : found.schools.length === 0 ? (
              <p className="jh-problem">{words.noZone}</p>
            ) : (
              <p>{words.zone(found.zone === null ? plan.area.name : text(found.zone.name))}</p>
            )}
          </div>
        </div>
      </Section>
      <Section title={words.children} hint={words.honest}>
        {form.children.map((child, at) => (
          <ChildFields
            key={child.id ?? `new ${at}`}
            plan={plan}
            nth={at + 1}
            child={child}
            schools={found?.schools}
            isBound={form.together && at > 0}
            onChange={(changed) => set({ children: form.children.map((one, k) => (k === at ? changed : one)) })}
            onRemove={
              form.children.length === 1 ? null : () => set({ children: form.children.filter((_, k) => k !== at) })
            }
          />
        ))}
        <p>
          <Button
            disabled={form.children.length >= 6}
            onClick={() => set({ children: [...form.children, emptyChild] })}
          >
            {words.add}
          </Button>
        </p>
        {form.children.length < 2 ? null : (
          <p>
            <Checkbox checked={form.together} onChange={(event) => set({ together: event.target.checked })}>
              {words.together}
            </Checkbox>
          </p>
        )}
      </Section>
      <Section title={words.consentTitle}>
        {saved === null ? null : (
          <details>
            <summary>{words.purposes}</summary>
            <ul>
              {saved.purposes.map(({ field, purpose, keptYears }) => (
                <li key={field}>
                  {text(purpose)}（{keptYears === 0 ? words.keptNone : words.kept(numberText(keptYears))}）
                </li>
              ))}
            </ul>
          </details>
        )}
        <p>
          <Checkbox checked={form.consent} onChange={(event) => set({ consent: event.target.checked })}>
            {words.consent}
          </Checkbox>
        </p>
      </Section>
      <InlineProblem error={submit.error ?? save.error ?? begin.error} />
      <p role="status">{isSaid ? words.saved : ''}</p>
      <div className="jh-actions">
        <Button busy={isBusy} onClick={keepOnly}>
          {words.save}
        </Button>
        <Button look="strong" busy={isBusy} disabled={!form.consent} onClick={handIn}>
          {words.submit}
        </Button>
      </div>
    </Page>
  );
}
