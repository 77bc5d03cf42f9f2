import Checkbox from 'antd/es/checkbox/Checkbox';
import { useMemo } from 'react';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Button, Picker, Section, Skeleton, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { SheetGrid } from './sheet-grid.tsx';
import {
  type CheckedFile,
  firstSheet,
  type ImportFinding,
  marksOf,
  rowOfAddress,
  severityMark,
  stepsThrough,
} from './view-model.ts';

interface StepsProps {
  readonly steps: readonly string[];
  readonly selected: string;
  readonly found: readonly ImportFinding[];
  readonly onSelect: (address: string) => void;
}

/** What is wrong in the chosen cell and what to do; two buttons lead to the place before and the next. */
function Steps({ steps, selected, found, onSelect }: StepsProps) {
  const words = useWords();
  const text = useText();
  const at = steps.indexOf(selected);
  if (steps.length === 0) return <p className="jh-hint">{words.noProblemHere}</p>;
  const step = (to: number) => {
    const address = steps[(to + steps.length) % steps.length];
    if (address !== undefined) onSelect(address);
  };
  return (
    <div className="jh-sheet-steps">
      <div className="jh-actions">
        <Button onClick={() => step(at - 1)}>{words.previousProblem}</Button>
        <Button onClick={() => step(at + 1)}>{words.nextProblem}</Button>
        <span className="jh-count" role="status">
          {words.step(numberText(at + 1), numberText(steps.length))}
        </span>
      </div>
      {found.map((one) => (
        <div key={`${one.code}:${one.value}`} className="jh-sheet-step">
          <p className={`jh-verdict jh-${severityMark[one.severity]}`}>
            <StatusMark status={severityMark[one.severity]} /> {words.severities[one.severity]}
            <span className="jh-cell-address">{selected}</span>
            <code>{one.value}</code>
          </p>
          <p>{text(one.message)}</p>
          <p>
            <span className="jh-quiet">{words.remedy}</span> {text(one.remedy)}
          </p>
        </div>
      ))}
    </div>
  );
}

/** The uploaded sheet with its wrong cells marked, and beside it what is wrong with the chosen one and how to mend it. */
export function SheetView({ file }: { readonly file: CheckedFile }) {
  const words = useWords();
  const view = useView();
  const asked = useAnswer('organization.importSheets', { params: { area: view.area, batch: file.batch } });
  const sheets = asked.data?.rows ?? [];
  const shape = sheets.find((sheet) => sheet.name === view.read('sheet')) ?? firstSheet(sheets, file.findings);
  const name = shape?.name ?? '';
  const marks = useMemo(() => marksOf(file.findings, name), [file.findings, name]);
  const steps = useMemo(() => stepsThrough(marks), [marks]);
  const problemRows = useMemo(() => [...new Set(steps.map(rowOfAddress))].sort((a, b) => a - b), [steps]);
  const selected = marks.has(view.read('at')) ? view.read('at') : (steps[0] ?? '');
  const onlyProblems = view.read('rows') === 'problems' && problemRows.length > 0;
  if (asked.error) return <p className="jh-hint">{words.sheetGone}</p>;
  if (!shape) return <Skeleton alone={false} />;
  const countIn = (sheet: string) => file.findings.filter((one) => one.place.sheet === sheet).length;
  return (
    <Section
      id="sheet"
      title={words.sheetTitle}
      hint={words.sheetHint}
      actions={
        <>
          {problemRows.length > 0 ? (
            <Checkbox
              className="jh-check"
              checked={onlyProblems}
              onChange={(event) => view.change({ rows: event.target.checked ? 'problems' : null })}
            >
              {words.onlyProblems}
            </Checkbox>
          ) : null}
          {sheets.length > 1 ? (
            <Picker
              label={words.sheet}
              value={name}
              options={sheets.map((sheet) => ({
                value: sheet.name,
                label: [
                  sheet.name,
                  sheet.hidden ? `(${words.hidden})` : '',
                  countIn(sheet.name) > 0 ? `· ${words.problemsHere(numberText(countIn(sheet.name)))}` : '',
                ]
                  .filter(Boolean)
                  .join(' '),
              }))}
              onChange={(chosen) => view.change({ sheet: chosen, at: null })}
            />
          ) : null}
        </>
      }
    >
      {shape.lastRow === 0 ? (
        <p className="jh-hint">{words.sheetEmpty}</p>
      ) : (
        <div className="jh-sheet-columns">
          <SheetGrid
            key={`${file.batch}:${shape.index}`}
            batch={file.batch}
            shape={shape}
            marks={marks}
            only={onlyProblems ? problemRows : null}
            selected={selected}
            onSelect={(address) => view.change({ sheet: name, at: address })}
          />
          <Steps
            steps={steps}
            selected={selected}
            found={marks.get(selected) ?? []}
            onSelect={(address) => view.change({ sheet: name, at: address })}
          />
        </div>
      )}
    </Section>
  );
}
