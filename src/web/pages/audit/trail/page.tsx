import { useState } from 'react';
import { fileAddress, useAct, useAnswer } from '#web/api';
import { numberText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, Page, ReasonDialog, Section } from '#web/ui';
import { Entries } from './entries.tsx';
import { Filters } from './filters.tsx';
import { useWords } from './messages.ts';
import { VerificationOf } from './verification.tsx';
import { filtersOf } from './view-model.ts';

export function TrailPage() {
  const words = useWords();
  const view = useView();
  const filters = filtersOf(view.read, view.area);
  const before = view.read('before');
  const asked = useAnswer('audit.entries', { query: { ...filters, ...(before === '' ? {} : { before }) } });
  const verify = useAct('audit.verify', { keepsAnswers: true });
  const [asksReason, setAsksReason] = useState(false);
  return (
    <Page
      title={words.title}
      actions={
        <>
          <Button busy={verify.isPending} onClick={() => verify.mutate({})}>
            {verify.isPending ? words.verifying : words.verify}
          </Button>
          <Button onClick={() => setAsksReason(true)}>{words.export}</Button>
        </>
      }
    >
      <VerificationOf verified={verify.data} error={verify.error} />
      <Filters key={JSON.stringify(filters)} filters={filters} />
      <Await asked={asked} nested>
        {({ rows, nextBefore }) => (
          <>
            <Answer>
              {rows.length === 0 ? words.none : words.answer(numberText(rows.length), nextBefore !== null)}
            </Answer>
            <Section title={words.title}>
              <Entries rows={rows} />
              <div className="jh-actions jh-no-print">
                {before === '' ? null : (
                  <Button look="quiet" onClick={() => view.change({ before: null }, 'push')}>
                    {words.newest}
                  </Button>
                )}
                {nextBefore === null ? null : (
                  <Button look="quiet" onClick={() => view.change({ before: nextBefore }, 'push')}>
                    {words.older}
                  </Button>
                )}
              </div>
            </Section>
          </>
        )}
      </Await>
      {asksReason ? (
        <ReasonDialog
          title={words.exportTitle}
          label={words.exportReason}
          confirm={words.export}
          onConfirm={(reason) => {
            setAsksReason(false);
            window.location.assign(fileAddress('audit.export', { query: { ...filters, reason } }));
          }}
          onClose={() => setAsksReason(false)}
        />
      ) : null}
    </Page>
  );
}
