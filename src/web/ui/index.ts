export { Button } from './button.tsx';
export { ButtonLink } from './button-link.tsx';
export { cellContent } from './cell-content.ts';
export { Choice, Picker } from './choice.tsx';
export { columnLetters } from './column-letters.ts';
export { DataTable } from './data-table.tsx';
export { DesignProvider } from './design-provider.tsx';
export { Field } from './field.tsx';
export { Figure } from './figure.tsx';
export { InlineProblem } from './inline-problem.tsx';
export { isRefusedAs } from './is-refused-as.ts';
export { Answer, Page, Section } from './page.tsx';
export { ReasonDialog } from './reason-dialog.tsx';
export { Ruler } from './ruler.tsx';
export { saveTable } from './save-table.ts';
export type { ShownColumn } from './shown-column.ts';
export { Await, Banner, Failure, FaultBoundary, Notice, Skeleton } from './states.tsx';
export { type Status, statusColour, statuses, statusOf, statusSymbol } from './status.ts';
export { StatusMark } from './status-mark.tsx';
export {
  asTabbedText,
  filterRows,
  headerOf,
  readSort,
  type SortOrder,
  sortRows,
  tableCells,
  writeSort,
} from './table-model.ts';
export { mostTake, textWidth } from './text-width.ts';
export { readTraceKey, type TraceKey } from './trace-key.ts';
export { useIndicatorName } from './use-indicator-name.ts';
export { useReturnFocus } from './use-return-focus.ts';
export { useVerdictWord } from './use-verdict-word.ts';
export { VerdictTag } from './verdict-tag.tsx';
