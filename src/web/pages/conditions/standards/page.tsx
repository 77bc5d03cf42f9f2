import { Link } from 'react-router';
import type { StandardHead } from '#contracts/conditions';
import { useAnswer } from '#web/api';
import { numberText, useCommon, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, DataTable, Page, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';

export function StandardsPage() {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const asked = useAnswer('conditions.standards', { query: view.area === '' ? {} : { area: view.area } });
  const columns: readonly ShownColumn<StandardHead>[] = [
    {
      key: 'name',
      title: words.name,
      value: (row) => text(row.name),
      render: (row) => (
        <Link to={view.hrefTo(`/standards/${encodeURIComponent(row.id)}`, { area: view.area, version: row.version })}>
          {text(row.name)}
        </Link>
      ),
    },
    {
      key: 'document',
      title: words.document,
      wide: true,
      value: (row) => `${text(row.source.title)} ${row.source.document}`,
    },
    { key: 'issuer', title: words.issuer, value: (row) => row.source.issuer },
    { key: 'valid', title: words.valid, value: (row) => `${row.validFrom} – ${row.validTo ?? words.open}` },
    { key: 'area', title: words.area, value: (row) => (row.area === '000000' ? words.nation : row.area) },
    { key: 'level', title: words.level, value: (row) => common.levels[row.level] },
    { key: 'confidence', title: words.confidence, value: (row) => words.confidences[row.confidence] },
    { key: 'indicators', title: words.indicators, kind: 'number', value: (row) => row.counts.indicators },
    { key: 'coefficients', title: words.coefficients, kind: 'number', value: (row) => row.counts.coefficients },
    { key: 'attested', title: words.attested, kind: 'number', value: (row) => row.counts.attested },
    { key: 'vetoes', title: words.vetoes, kind: 'number', value: (row) => row.counts.vetoes },
    { key: 'version', title: words.version, value: (row) => row.version },
  ];
  return (
    <Await asked={asked}>
      {({ rows }) => (
        <Page title={words.title}>
          <Answer>{rows.length === 0 ? words.none : words.answer(numberText(rows.length))}</Answer>
          <Section title={words.list}>
            <DataTable
              id="s"
              caption={words.list}
              rows={rows}
              columns={columns}
              rowKey={(row) => `${row.id}@${row.version}`}
            />
          </Section>
        </Page>
      )}
    </Await>
  );
}
