import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SheetRow, SheetShape } from '#contracts/organization';
import { useLargeText } from '#web/locale';
import { columnLetters, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { columnWidths } from './sheet-widths.ts';
import { useSheetRows } from './use-sheet-rows.ts';
import { headerRowCount, type ImportFinding, rowOfAddress, severityMark } from './view-model.ts';

interface Props {
  readonly batch: string;
  readonly shape: SheetShape;
  readonly marks: ReadonlyMap<string, readonly ImportFinding[]>;
  /** The rows to show; null shows all. */
  readonly only: readonly number[] | null;
  readonly selected: string;
  readonly onSelect: (address: string) => void;
}

// The corner above the row numbers and beside the column letters holds nothing, as in every spreadsheet.
const corner = ' ';
const rowPx = 28;
const extraRows = 12;

/** The sheet as its owner knows it: row numbers, column letters, its header in view, and what was found marked in its cells. */
export function SheetGrid({ batch, shape, marks, only, selected, onSelect }: Props) {
  const words = useWords();
  const { large } = useLargeText();
  const height = rowPx * (large ? 1.25 : 1);
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ start: 0, end: 40 });
  const top = useSheetRows(batch, shape.index, allNumbers(Math.min(shape.lastRow, 100)), 0, 1);
  const headers = Math.min(headerRowCount([...top.values()]), shape.lastRow);
  const numbers = useMemo(
    () => (only ?? allNumbers(shape.lastRow)).filter((number) => number > headers),
    [only, shape.lastRow, headers],
  );
  const rows = useSheetRows(batch, shape.index, numbers, seen.start, Math.min(seen.end, numbers.length));
  const widths = columnWidths([...top.values()], shape.columns, headers, large ? 1.25 : 1);
  const widthList = widths.join(',');
  const letters = useMemo(() => Array.from({ length: shape.columns }, (_, at) => columnLetters(at)), [shape.columns]);

  const look = useCallback(() => {
    const { scrollTop, clientHeight } = scroller.current ?? { scrollTop: 0, clientHeight: 600 };
    const first = Math.floor(scrollTop / height);
    const start = Math.max(0, first - extraRows);
    const end = first + Math.ceil(clientHeight / height) + extraRows;
    setSeen((last) => (last.start === start && last.end === end ? last : { start, end }));
  }, [height]);
  useLayoutEffect(look, [look, numbers]);

  useEffect(() => {
    const box = scroller.current;
    const place = numbers.indexOf(rowOfAddress(selected));
    if (!box || place < 0) return;
    box.scrollTop = Math.max(0, place * height - box.clientHeight / 2 + height);
    const column = letters.indexOf(selected.replace(/\d+$/, ''));
    const left = widthList
      .split(',')
      .slice(0, Math.max(column, 0))
      .reduce((sum, width) => sum + Number(width), 0);
    box.scrollLeft = column < 0 ? 0 : Math.max(0, left - box.clientWidth / 2);
  }, [selected, numbers, height, letters, widthList]);

  const line = (number: number, row: SheetRow | undefined) => (
    <tr key={number} style={{ height }} aria-rowindex={number + 1}>
      <th scope="row">
        <Marked address={String(number)} text={String(number)} {...{ marks, selected, onSelect }} />
      </th>
      {letters.map((letter, at) => {
        const text = row?.cells[at] ?? '';
        const address = `${letter}${number}`;
        const found = marks.get(address)?.[0];
        return (
          <td
            key={letter}
            title={text}
            className={
              found
                ? `jh-sheet-${severityMark[found.severity]}`
                : /^-?\d{1,9}(\.\d+)?$/.test(text)
                  ? 'jh-right jh-number'
                  : undefined
            }
            aria-current={selected === address ? 'true' : undefined}
          >
            {found ? <Marked address={address} text={text} {...{ marks, selected, onSelect }} /> : text}
          </td>
        );
      })}
    </tr>
  );

  const end = Math.min(seen.end, numbers.length);
  return (
    <section ref={scroller} className="jh-sheet" aria-label={words.sheetShown(shape.name)} onScroll={look}>
      <table aria-label={words.sheetShown(shape.name)} aria-rowcount={shape.lastRow + 1}>
        <colgroup>
          <col style={{ width: `${3.5 * (large ? 1.25 : 1)}em` }} />
          {letters.map((letter, at) => (
            <col key={letter} style={{ width: widths[at] }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td>{corner}</td>
            {letters.map((letter) => (
              <th key={letter} scope="col">
                {letter}
              </th>
            ))}
          </tr>
          {allNumbers(headers).map((number) => line(number, top.get(number)))}
        </thead>
        <tbody>
          {seen.start === 0 ? null : <tr aria-hidden="true" style={{ height: seen.start * height }} />}
          {numbers.slice(seen.start, end).map((number) => line(number, rows.get(number)))}
          {end === numbers.length ? null : (
            <tr aria-hidden="true" style={{ height: (numbers.length - end) * height }} />
          )}
        </tbody>
      </table>
    </section>
  );
}

interface MarkedProps extends Pick<Props, 'marks' | 'selected' | 'onSelect'> {
  readonly address: string;
  readonly text: string;
}

function Marked({ address, text, marks, selected, onSelect }: MarkedProps) {
  const words = useWords();
  const found = marks.get(address);
  if (!found?.[0]) return text;
  return (
    <button
      type="button"
      className="jh-sheet-mark"
      aria-pressed={selected === address}
      aria-label={`${address} ${text} ${words.severities[found[0].severity]}`}
      onClick={() => onSelect(address)}
    >
      <StatusMark status={severityMark[found[0].severity]} size={9} />
      <span>{text}</span>
    </button>
  );
}

const allNumbers = (last: number): readonly number[] => Array.from({ length: last }, (_, place) => place + 1);
