import type { TraceNode } from '#contracts/balance';
import { shownUnit, toShown } from '#standards';
import { instantText, numberText, useCommon, useText } from '#web/locale';

function ValueText({ node }: { readonly node: TraceNode }) {
  const words = useCommon().trace;
  const text = useText();
  if (node.value === null) return <span className="jh-quiet">{words.notReported}</span>;
  if (typeof node.value === 'boolean') return <span>{node.value ? words.yes : words.no}</span>;
  const unit = node.unit ?? '1';
  return (
    <span className="jh-number">
      {numberText(toShown(node.value, unit), 6)}
      {node.unit ? <span className="jh-unit"> {text(shownUnit(unit).words)}</span> : null}
    </span>
  );
}

function Sources({ node }: { readonly node: TraceNode }) {
  const words = useCommon().trace;
  if (node.sources.length === 0) return null;
  return (
    <ul className="jh-sources" aria-label={words.source}>
      {node.sources.slice(0, 20).map((source) => (
        <li key={`${source.batch}:${source.sheet}:${source.row}:${source.column}`}>
          <span className="jh-cell-address">
            {source.column === '' ? words.derived : `${source.column}${source.row}`}
          </span>
          <span>
            {source.file}
            {source.sheet ? ` › ${source.sheet}` : ''}
          </span>
          <span className="jh-quiet jh-number">
            {words.importedAt} {instantText(source.importedAt)}
          </span>
        </li>
      ))}
      {node.sources.length > 20 ? <li className="jh-quiet">+ {numberText(node.sources.length - 20)}</li> : null}
    </ul>
  );
}

/** One number and, folded below it, the numbers it is made of, down to the cells they were read from. */
export function TraceTree({ node, depth = 0 }: { readonly node: TraceNode; readonly depth?: number }) {
  const words = useCommon().trace;
  const text = useText();
  const body = (
    <>
      {node.formula ? (
        <p className="jh-formula">
          <span className="jh-quiet">{words.formula}</span> <code>{node.formula}</code>
        </p>
      ) : null}
      {node.substituted ? (
        <p className="jh-formula">
          <span className="jh-quiet">{words.substituted}</span> <code>{node.substituted}</code>
        </p>
      ) : null}
      {node.notes.length > 0 ? (
        <ul className="jh-trace-notes" aria-label={words.notes}>
          {node.notes.map((note) => (
            <li key={note.en}>{text(note)}</li>
          ))}
        </ul>
      ) : null}
      <Sources node={node} />
      {node.parts.length > 0 ? (
        <ul className="jh-trace-parts" aria-label={words.inputs}>
          {node.parts.map((part, index) => (
            <li key={`${part.label.en}:${index}`}>
              <TraceTree node={part} depth={depth + 1} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
  const head = (
    <>
      <span className="jh-trace-label">{text(node.label)}</span>
      <ValueText node={node} />
    </>
  );
  const leaf = node.parts.length === 0 && node.sources.length === 0 && node.notes.length === 0 && !node.formula;
  if (leaf) return <div className="jh-trace-head">{head}</div>;
  return (
    <details className="jh-trace" open={depth === 0 || (depth < 2 && node.parts.length <= 12)}>
      <summary className="jh-trace-head">{head}</summary>
      <div className="jh-trace-body">{body}</div>
    </details>
  );
}
