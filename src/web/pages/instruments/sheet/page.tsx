import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { numberText, useText } from '#web/locale';
import { registerWorker, type SheetState, useSheet } from '#web/offline';
import { Button, Failure, Page, Skeleton } from '#web/ui';
import { ItemField } from './item-field.tsx';
import { KeptLine } from './kept-line.tsx';
import { useWords } from './messages.ts';
import { SectionLinks } from './section-links.tsx';
import { Summary } from './summary.tsx';
import { end, modelOf, type SheetModel } from './view-model.ts';
import { WaitingChanges } from './waiting-changes.tsx';

/** One sheet on a phone: a section a page, saved while writing, with and without a network. */
export function SheetPage() {
  const { area = '', sheet = '' } = useParams();
  const state = useSheet(area, sheet);
  useEffect(() => void registerWorker(), []);
  const { view, error } = state;
  const model = view === undefined ? null : modelOf(view.instrument, state.answers);
  if (view === undefined || model === null) {
    return error === undefined ? <Skeleton /> : <Failure error={error} onRetry={() => void state.reload()} />;
  }
  return <Opened state={{ ...state, view }} model={model} />;
}

type OpenedState = SheetState & { readonly view: NonNullable<SheetState['view']> };

function Opened({ state, model }: { readonly state: OpenedState; readonly model: SheetModel }) {
  const words = useWords();
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const { view } = state;
  const { sections, progress } = model;
  const wanted = search.get('section');
  const found = sections.findIndex(({ section }) => section.id === wanted);
  const done = progress.asked - progress.missing.length;
  const isEnd = wanted === end;
  const at = isEnd ? sections.length : Math.max(0, found);
  const here = sections[at];
  const item = search.get('item');
  const go = (section: string, to?: string) => {
    setSearch(to === undefined ? { section } : { section, item: to }, { preventScrollReset: false });
    if (to === undefined) window.scrollTo(0, 0);
  };
  useEffect(() => {
    if (item !== null) document.getElementById(`item-${item}`)?.scrollIntoView();
  }, [item]);
  const isClosed = view.sheet.state === 'submitted' || !view.mayAnswer;
  const next = sections[at + 1]?.section.id ?? end;
  const { area, id: sheet } = view.sheet;
  return (
    <Page title={view.sheet.title} subject={text(view.instrument.words)}>
      <KeptLine state={state} />
      <div className="jh-progress">
        <progress value={done} max={progress.asked} aria-label={words.progress} />
        <span>{words.done(numberText(done), numberText(progress.asked))}</span>
      </div>
      {view.sheet.state === 'submitted' ? (
        <p className="jh-answer-line">{words.submitted}</p>
      ) : view.mayAnswer ? null : (
        <p className="jh-answer-line">{words.readOnly}</p>
      )}
      <WaitingChanges view={view} state={state} />
      <SectionLinks sections={sections} here={here?.section.id ?? end} onGo={go} />
      {here === undefined ? (
        <Summary view={view} state={state} model={model} onGo={go} />
      ) : (
        <section aria-labelledby="section-title">
          <h2 id="section-title" className="jh-section-title">
            {text(here.section.words)}
          </h2>
          {here.section.help === null ? null : <p className="jh-hint">{text(here.section.help)}</p>}
          {here.items.map((one) => (
            <ItemField key={one.id} state={state} item={one} area={area} sheet={sheet} disabled={isClosed} />
          ))}
          <div className="jh-actions jh-steps">
            <Button disabled={at === 0} onClick={() => go(sections[at - 1]?.section.id ?? '')}>
              {words.previous}
            </Button>
            <Button look="strong" onClick={() => go(next)}>
              {next === end ? words.finish : words.next}
            </Button>
          </div>
        </section>
      )}
      {view.instrument.notes.length === 0 ? null : (
        <details className="jh-notes">
          <summary>{words.about(view.instrument.source.document)}</summary>
          <ul>
            {view.instrument.notes.map((note) => (
              <li key={note.zh}>{text(note)}</li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  );
}
