import { type ListColumn, LongList } from '#web/lists';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Button, Section, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { type CheckedFile, type ImportFinding, inFileOrder, placeText, severityMark } from './view-model.ts';

const findingKey = (row: ImportFinding) =>
  `${row.code}:${row.place.sheet}:${row.place.column}${row.place.row}:${row.value}`;

/** Everything found in the file; each place leads to its cell in the sheet above. */
export function FindingList({ file }: { readonly file: CheckedFile }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const placeOf = ({ place }: ImportFinding) =>
    place.column === '' && place.row > 0 ? words.row(numberText(place.row)) : placeText(place);
  const columns: readonly ListColumn<ImportFinding>[] = [
    {
      key: 'place',
      title: words.cell,
      width: 8,
      value: (row) => placeOf(row),
      render: (row) =>
        row.place.row === 0 ? (
          placeOf(row)
        ) : (
          <Button
            look="quiet"
            aria-label={words.showInSheet(placeOf(row))}
            onClick={() => {
              view.change({ sheet: row.place.sheet, at: placeText(row.place) });
              document.getElementById('sheet')?.scrollIntoView();
            }}
          >
            <span className="jh-cell-address">{placeOf(row)}</span>
          </Button>
        ),
    },
    { key: 'sheet', title: words.sheet, facet: true, value: (row) => row.place.sheet },
    {
      key: 'severity',
      title: words.severity,
      facet: (row) => row.severity,
      value: (row) => words.severities[row.severity],
      render: (row) => (
        <span className={`jh-verdict jh-${severityMark[row.severity]}`}>
          <StatusMark status={severityMark[row.severity]} /> {words.severities[row.severity]}
        </span>
      ),
    },
    { key: 'value', title: words.value, value: (row) => row.value, render: (row) => <code>{row.value}</code> },
    { key: 'wrong', title: words.wrong, wide: true, value: (row) => text(row.message) },
    { key: 'remedy', title: words.remedy, wide: true, value: (row) => text(row.remedy) },
  ];
  return (
    <Section title={words.findings} hint={words.findingsHint}>
      <LongList
        id="f"
        list="organization.importFindings"
        caption={words.findings}
        rows={inFileOrder(file.findings)}
        columns={columns}
        rowKey={findingKey}
        empty={<p className="jh-hint">{words.noFindings}</p>}
      />
    </Section>
  );
}
