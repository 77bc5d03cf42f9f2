import { useState } from 'react';
import type { TaskPage } from '#contracts/casework';
import { useAnswer } from '#web/api';
import { LongList } from '#web/lists';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, ButtonLink, Choice, Notice, Page, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';
import { NoticeList } from './notice-list.tsx';
import { type BulkOutcome, Outcome } from './outcome.tsx';
import { useTaskColumns } from './task-columns.tsx';
import { Together } from './together.tsx';

const pageSize = 200;
const filters = ['kind', 'due', 'mine', 'cursor'] as const;

/** Everything that waits for the reader, by due day. */
export function TasksPage() {
  const words = useWords();
  const view = useView();
  const [kind, due, mine, cursor] = filters.map((name) => view.read(name));
  const asked = useAnswer('casework.tasks', {
    query: {
      limit: pageSize,
      ...(kind === '' ? {} : { kind }),
      ...(due === 'overdue' || due === 'soon' ? { due } : {}),
      ...(mine === '' ? {} : { mine: 'true' }),
      ...(cursor === '' ? {} : { cursor }),
    },
  });
  return (
    <Await asked={asked}>
      {(tasks) => (
        <Page title={words.title} actions={<StartLink />}>
          <Queue tasks={tasks} />
          <NoticeList />
        </Page>
      )}
    </Await>
  );
}

/** To the page on which something is started, where the reader may start anything. */
function StartLink() {
  const words = useWords();
  const view = useView();
  const me = useAnswer('people.me', {});
  const kinds = useAnswer('casework.kinds', {});
  const area = view.area || me.data?.home?.area;
  if (!area || kinds.data?.rows.some(({ mayStart }) => mayStart) !== true) return null;
  return <ButtonLink to={`/areas/${area}/start`}>{words.start}</ButtonLink>;
}

function Queue({ tasks }: { readonly tasks: TaskPage }) {
  const words = useWords();
  const view = useView();
  const columns = useTaskColumns();
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const sum = (of: 'waiting' | 'overdue') => tasks.counts.reduce((total, count) => total + count[of], 0);
  const waiting = sum('waiting');
  const isFiltered = filters.some((name) => view.read(name) !== '');
  return (
    <>
      <Answer>{waiting === 0 ? words.none : words.answer(numberText(waiting), numberText(sum('overdue')))}</Answer>
      {outcome === null ? null : <Outcome {...outcome} />}
      {waiting === 0 ? (
        <p className="jh-hint">{words.emptyHint}</p>
      ) : (
        <Section title={words.waiting}>
          <LongList
            id="t"
            list="casework.tasks"
            caption={words.waiting}
            rows={tasks.rows}
            columns={columns}
            rowKey={(row) => row.case}
            also={filters}
            filters={<Filters counts={tasks.counts} />}
            actions={<Pages next={tasks.nextCursor} />}
            renderBulk={(rows) => (
              <Together rows={rows} onDone={(answer, done) => setOutcome({ answer, rows: done })} />
            )}
            empty={
              <Notice
                kind="empty"
                title={words.nothing}
                action={
                  isFiltered ? (
                    <Button onClick={() => view.change(Object.fromEntries(filters.map((name) => [name, null])))}>
                      {words.clear}
                    </Button>
                  ) : null
                }
              />
            }
          />
        </Section>
      )}
    </>
  );
}

function Filters({ counts }: Pick<TaskPage, 'counts'>) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const choose = (name: string, value: string) => view.change({ [name]: value === '' ? null : value, cursor: null });
  return (
    <>
      <Choice
        label={words.due}
        options={[
          { value: '', label: words.all },
          { value: 'overdue', label: words.overdue },
          { value: 'soon', label: words.soon },
        ]}
        value={view.read('due')}
        onChange={(value) => choose('due', value)}
      />
      <Picker
        label={words.kind}
        options={[
          { value: '', label: words.allKinds },
          ...counts.map(({ kind, title, waiting }) => ({
            value: kind,
            label: `${text(title)} (${numberText(waiting)})`,
          })),
        ]}
        value={view.read('kind')}
        onChange={(value) => choose('kind', value)}
      />
      <Picker
        label={words.hands}
        options={[
          { value: '', label: words.everyone },
          { value: 'yes', label: words.mine },
        ]}
        value={view.read('mine')}
        onChange={(value) => choose('mine', value)}
      />
    </>
  );
}

function Pages({ next }: { readonly next: string | null }) {
  const words = useWords();
  const view = useView();
  return (
    <>
      {view.read('cursor') === '' ? null : (
        <Button look="quiet" onClick={() => view.change({ cursor: null })}>
          {words.first}
        </Button>
      )}
      {next === null ? null : (
        <Button look="quiet" onClick={() => view.change({ cursor: next }, 'push')}>
          {words.next}
        </Button>
      )}
    </>
  );
}
