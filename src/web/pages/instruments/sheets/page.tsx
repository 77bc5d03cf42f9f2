import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { UnreachableServer, useAnswer } from '#web/api';
import { instantText, numberText } from '#web/locale';
import { keptSheets, registerWorker, sendEverything } from '#web/offline';
import { Answer, Await, Notice, Page } from '#web/ui';
import { useWords } from './messages.ts';
import { type ListedSheet, listSheets } from './view-model.ts';

/** What can be answered, and what of it this device holds for when there is no network. */
export function SheetsPage() {
  const words = useWords();
  const [search] = useSearchParams();
  const asked = useAnswer('instruments.sheets', { query: { about: search.get('about') ?? undefined, limit: 200 } });
  const [kept, setKept] = useState<Awaited<ReturnType<typeof keptSheets>>>([]);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    void registerWorker().then(setReady);
    void sendEverything();
    void keptSheets().then(setKept);
  }, []);
  const isOffline = asked.error instanceof UnreachableServer;
  if (asked.data === undefined && !isOffline) return <Await asked={asked}>{() => null}</Await>;
  const rows = listSheets(asked.data?.rows ?? [], kept);
  const open = rows.filter(({ sheet }) => sheet.state === 'open').length;
  return (
    <Page title={words.title}>
      {isOffline ? <p className="jh-kept-line jh-kept-line-offline">{words.offline(numberText(rows.length))}</p> : null}
      {rows.length === 0 ? (
        <Notice kind="empty" title={words.none}>
          <p>{words.noneHint}</p>
        </Notice>
      ) : (
        <>
          <Answer detail={isReady ? words.ready : undefined}>{words.answer(numberText(open))}</Answer>
          <ul className="jh-sheets">
            {rows.map((row) => (
              <SheetRow key={`${row.sheet.area}/${row.sheet.id}`} row={row} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function SheetRow({ row: { sheet, keptAt } }: { readonly row: ListedSheet }) {
  const words = useWords();
  return (
    <li>
      <Link to={`/sheets/${sheet.area}/${sheet.id}`} className="jh-sheet-link">
        <strong>{sheet.title}</strong>
        <span className="jh-hint">
          {[
            words.sides[sheet.side],
            words.states[sheet.state],
            sheet.dueOn === null ? '' : words.due(sheet.dueOn),
            keptAt === null ? '' : words.kept(instantText(keptAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Link>
    </li>
  );
}
