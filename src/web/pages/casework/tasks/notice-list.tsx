import { useState } from 'react';
import { Link } from 'react-router';
import type { Notice as NoticeRow } from '#contracts/casework';
import { useAct, useAnswer } from '#web/api';
import { instantText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Await, Button, Choice, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Notices with their read receipts; the unread ones at first. */
export function NoticeList() {
  const words = useWords();
  const view = useView();
  const all = view.read('notices') === 'all';
  const asked = useAnswer('casework.notices', { query: all ? {} : { unread: 'true' } });
  return (
    <Section
      id="notices"
      title={words.notices}
      actions={
        <Choice
          label={words.notices}
          options={[
            { value: 'unread', label: words.unread },
            { value: 'all', label: words.allNotices },
          ]}
          value={all ? 'all' : 'unread'}
          onChange={(value) => view.change({ notices: value === 'all' ? 'all' : null })}
        />
      }
    >
      <Await asked={asked} nested rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="jh-hint">{all ? words.noNotices : words.noUnread}</p>
          ) : (
            <ul className="jh-plain-list">
              {rows.map((row) => (
                <Line key={row.notice} row={row} />
              ))}
            </ul>
          )
        }
      </Await>
    </Section>
  );
}

function Line({ row }: { readonly row: NoticeRow }) {
  const words = useWords();
  const text = useText();
  const read = useAct('casework.readNotice');
  const [shown, setShown] = useState(false);
  const params = { area: row.area, notice: row.notice };
  return (
    <li className="jh-change jh-notice-line">
      <div>
        <p>{row.path === null ? text(row.text) : <Link to={row.path}>{text(row.text)}</Link>}</p>
        <p className="jh-hint">
          {instantText(row.at)}
          {row.dueOn === null ? null : ` · ${words.dueOn} ${row.dueOn}`}
          {row.readAt === null ? null : ` · ${words.readAt(instantText(row.readAt))}`}
        </p>
        {shown ? <Receipts {...params} /> : null}
        <InlineProblem error={read.error} />
      </div>
      <div className="jh-actions jh-no-print">
        {row.readAt === null ? (
          <Button busy={read.isPending} onClick={() => read.mutate({ params })}>
            {words.markRead}
          </Button>
        ) : null}
        <Button look="quiet" onClick={() => setShown(!shown)}>
          {words.receipts}
        </Button>
      </div>
    </li>
  );
}

function Receipts(params: { readonly area: string; readonly notice: string }) {
  const words = useWords();
  const asked = useAnswer('casework.receipts', { params });
  return (
    <Await asked={asked} nested rows={1}>
      {({ rows }) => (
        <p className="jh-hint">
          {rows.length === 0 ? words.nobodyRead : rows.map((row) => `${row.by} ${instantText(row.readAt)}`).join('；')}
        </p>
      )}
    </Await>
  );
}
