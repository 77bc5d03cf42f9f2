import {
  Children,
  type ComponentProps,
  createContext,
  isValidElement,
  use,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { keyMove } from './key-move.ts';
import { type RowWindow, rowTop, rowWindow } from './row-window.ts';

/** Printing draws every row. */
export const DrawAllContext = createContext(false);

// Up to here every row is drawn: the browser is quick enough, and its own search finds everything.
const drawnWhole = 100;
const marginPx = 600;
const firstGuessPx = 33;

/**
 * A table body that draws only the rows near what is seen of `.jh-list-scroll`; the others keep their room.
 * Rows may differ in height. Keys go from row to row, also to one that was not drawn yet.
 */
export function WindowedBody({ children, ...rest }: ComponentProps<'tbody'>) {
  const drawAll = use(DrawAllContext);
  const rows = useMemo(() => Children.toArray(children), [children]);
  const body = useRef<HTMLTableSectionElement>(null);
  const [heights] = useState(() => new Map<string, number>());
  const whole = drawAll || rows.length <= drawnWhole;
  const [seen, setSeen] = useState<RowWindow>({ start: 0, end: drawnWhole, before: 0, after: 0 });

  useLayoutEffect(() => {
    const scroller = body.current?.closest<HTMLElement>('.jh-list-scroll');
    if (!scroller) return undefined;
    const known = [...heights.values()];
    const guess = known.length === 0 ? firstGuessPx : known.reduce((sum, height) => sum + height, 0) / known.length;
    const heightOf = (row: number) => heights.get(keyOf(rows[row])) ?? guess;
    const look = () => {
      const next = rowWindow(rows.length, heightOf, scroller.scrollTop, scroller.clientHeight, marginPx);
      setSeen((last) =>
        last.start === next.start && last.end === next.end && last.after === next.after ? last : next,
      );
    };
    const press = (event: KeyboardEvent) => {
      const row = keyMove(event, scroller, rows.length);
      if (row === null) return;
      const header = scroller.querySelector('thead')?.clientHeight ?? 0;
      const top = rowTop(row, heightOf);
      const lowest = top + heightOf(row) + header - scroller.clientHeight;
      scroller.scrollTop = Math.max(Math.min(scroller.scrollTop, top), lowest);
      look();
      requestAnimationFrame(() => {
        const element = scroller.querySelector<HTMLElement>(`tr[data-row="${row}"]`);
        element?.scrollIntoView({ block: 'nearest' });
        element?.focus({ preventScroll: true });
      });
    };
    look();
    const resized = new ResizeObserver(look);
    resized.observe(scroller);
    scroller.tabIndex = 0;
    scroller.addEventListener('scroll', look, { passive: true });
    scroller.addEventListener('keydown', press);
    return () => {
      resized.disconnect();
      scroller.removeEventListener('scroll', look);
      scroller.removeEventListener('keydown', press);
    };
  }, [rows, heights]);

  // What was drawn is measured, so that the next look knows it.
  useLayoutEffect(() => {
    for (const row of body.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? []) {
      heights.set(keyOf(rows[Number(row.dataset['row'])]), row.offsetHeight);
    }
  });

  return (
    <tbody {...rest} ref={body}>
      {whole ? rows : null}
      {whole ? null : <Room height={seen.before} />}
      {whole ? null : rows.slice(seen.start, seen.end)}
      {whole ? null : <Room height={seen.after} />}
    </tbody>
  );
}

function Room({ height }: { readonly height: number }) {
  return height === 0 ? null : <tr aria-hidden="true" className="jh-list-room" style={{ height }} />;
}

const keyOf = (row: unknown) => (isValidElement(row) ? String(row.key) : '');
