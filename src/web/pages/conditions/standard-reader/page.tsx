import { useNavigate, useParams } from 'react-router';
import type { StandardReader } from '#contracts/conditions';
import { useAnswer } from '#web/api';
import { numberText, readStage, shareText, useCommon, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, DataTable, Page, Picker, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';
import { lineText, signOf, valuesText } from './view-model.ts';

type Part = StandardReader['parts'][number];
type Clause = Part['clauses'][number];
type Rule = StandardReader['rules'][number];

function useStageName() {
  const common = useCommon();
  return (stage: string) => {
    const known = readStage(stage);
    return known ? common.stages[known] : stage === 'all' ? '' : stage;
  };
}

const isShare = ({ unit }: Clause) => unit?.en === 'share';

function PartTable({ part }: { readonly part: Part }) {
  const words = useWords();
  const text = useText();
  const stage = useStageName();
  const lineOf = (row: Clause) =>
    lineText(row.thresholds, isShare(row), {
      stage,
      sign: signOf(row.comparison, words.comparisons),
      separator: words.stagesSeparator,
    });
  const columns: readonly ShownColumn<Clause>[] = [
    { key: 'name', title: words.name, value: (row) => text(row.name) },
    {
      key: 'line',
      title: words.line,
      value: lineOf,
      render: (row) => (
        <>
          <span className="jh-number">{lineOf(row)}</span>
          {row.unit && !isShare(row) ? <span className="jh-unit"> {text(row.unit)}</span> : null}
          {row.requiredShare !== null && row.requiredShare < 1 ? (
            <div className="jh-hint">{words.share(shareText(row.requiredShare))}</div>
          ) : null}
          {row.due === null ? null : <div className="jh-hint">{words.due(String(row.due))}</div>}
        </>
      ),
    },
    {
      key: 'formula',
      title: words.formula,
      wide: true,
      value: (row) => (row.formulaText ? text(row.formulaText) : (row.formula ?? '')),
      render: (row) => (
        <>
          {row.formulaText ? <div>{text(row.formulaText)}</div> : null}
          {row.formula ? <code>{row.formula}</code> : null}
        </>
      ),
    },
    { key: 'kind', title: words.kind, value: (row) => words.kinds[row.kind] },
    { key: 'clause', title: words.clause, value: (row) => row.clause },
    {
      key: 'confidence',
      title: words.confidence,
      wide: true,
      value: (row) => words.confidences[row.confidence],
      render: (row) => (
        <>
          {words.confidences[row.confidence]}
          {row.note ? <div className="jh-hint">{text(row.note)}</div> : null}
        </>
      ),
    },
    { key: 'id', title: 'ID', value: (row) => row.id, render: (row) => <code>{row.id}</code> },
  ];
  return (
    <Section title={text(part.name)} hint={part.clause} id={`part-${part.part}`}>
      <DataTable
        id={`p-${part.part}`}
        caption={text(part.name)}
        rows={part.clauses}
        columns={columns}
        rowKey={(row) => row.id}
      />
    </Section>
  );
}

function Rules({ rules }: { readonly rules: readonly Rule[] }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const stage = useStageName();
  const columns: readonly ShownColumn<Rule>[] = [
    { key: 'name', title: words.rule, value: (row) => text(row.name) },
    { key: 'kind', title: words.kind, value: (row) => words.ruleKinds[row.kind] },
    {
      key: 'line',
      title: words.line,
      value: (row) =>
        lineText(row.thresholds, false, {
          stage,
          sign: row.kind === 'coefficient' ? words.comparisons.atMost : '',
          separator: words.stagesSeparator,
        }),
    },
    { key: 'values', title: words.values, value: (row) => valuesText(row, common.listSeparator, words.valueNames) },
    {
      key: 'when',
      title: words.when,
      wide: true,
      value: (row) => row.when ?? row.formula ?? '',
      render: (row) => <code>{row.when ?? row.formula ?? ''}</code>,
    },
    { key: 'of', title: words.of, wide: true, value: (row) => row.of.join(' ') },
    { key: 'clause', title: words.clause, value: (row) => row.clause },
    { key: 'confidence', title: words.confidence, value: (row) => words.confidences[row.confidence] },
  ];
  return (
    <Section title={words.rules}>
      <DataTable
        id="r"
        caption={words.rules}
        rows={rules}
        columns={columns}
        rowKey={(row) => `${row.kind}:${row.id}`}
      />
    </Section>
  );
}

function Overrides({ reader }: { readonly reader: StandardReader }) {
  const words = useWords();
  const text = useText();
  const stage = useStageName();
  const rows = reader.overrides.flatMap((override) =>
    override.changes.map((change) => ({
      ...change,
      area: override.area,
      name: override.name,
      document: override.document,
    })),
  );
  if (rows.length === 0) return null;
  const columns: readonly ShownColumn<(typeof rows)[number]>[] = [
    { key: 'name', title: words.name, value: (row) => text(row.name) },
    { key: 'area', title: words.area, value: (row) => row.area },
    { key: 'of', title: words.of, value: (row) => `${row.of} ${row.stage ? stage(row.stage) : ''}`.trim() },
    { key: 'base', title: words.base, kind: 'number', value: (row) => row.base },
    { key: 'local', title: words.local, kind: 'number', value: (row) => row.value },
    { key: 'document', title: words.document, value: (row) => row.document },
    { key: 'confidence', title: words.confidence, value: (row) => words.confidences[row.confidence] },
  ];
  return (
    <Section title={words.overrides} hint={words.overridesHint}>
      <DataTable
        id="o"
        caption={words.overrides}
        rows={rows}
        columns={columns}
        rowKey={(row) => `${row.area}:${row.of}:${row.stage}`}
      />
    </Section>
  );
}

function CompareWith({ reader }: { readonly reader: StandardReader }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const navigate = useNavigate();
  const { data } = useAnswer('conditions.standards', { query: {} });
  const others = (data?.rows ?? []).filter((row) => row.id !== reader.id || row.version !== reader.version);
  if (others.length === 0) return null;
  return (
    <Picker
      label={words.compare}
      value=""
      options={[
        { value: '', label: words.compareChoose },
        ...others.map((row) => ({ value: `${row.id}@${row.version}`, label: `${text(row.name)} ${row.version}` })),
      ]}
      onChange={(chosen) => {
        const [id = '', version = ''] = chosen.split('@');
        if (id === '') return;
        const path = `/standards/${encodeURIComponent(reader.id)}/diff/${encodeURIComponent(id)}`;
        void navigate(view.hrefTo(path, { area: view.area, version: reader.version, against: version }));
      }}
    />
  );
}

export function StandardReaderPage() {
  const { standard = '' } = useParams();
  const words = useWords();
  const { actions } = useCommon();
  const text = useText();
  const view = useView();
  const version = view.read('version');
  const asked = useAnswer('conditions.standard', {
    params: { standard },
    query: version === '' ? {} : { version },
  });
  return (
    <Await asked={asked} rows={12}>
      {(reader) => (
        <Page
          title={text(reader.name)}
          subject={`${reader.id} ${reader.version}`}
          actions={
            <>
              {reader.editions.length > 1 ? (
                <Picker
                  label={words.editions}
                  value={reader.version}
                  options={reader.editions.map((edition) => ({ value: edition.version, label: edition.version }))}
                  onChange={(chosen) => view.change({ version: chosen }, 'push')}
                />
              ) : null}
              <CompareWith reader={reader} />
              <Button onClick={() => window.print()}>{actions.print}</Button>
            </>
          }
        >
          <Answer
            detail={[
              words.source(
                text(reader.source.title),
                reader.source.document,
                reader.source.issuer,
                reader.source.issuedOn,
              ),
              words.validity(reader.validFrom, reader.validTo ?? words.open),
              words.confidences[reader.confidence],
            ].join(' · ')}
          >
            {words.answer(
              numberText(reader.counts.indicators),
              numberText(reader.counts.coefficients),
              numberText(reader.counts.attested),
            )}
          </Answer>
          {reader.parts.map((part) => (
            <PartTable key={part.part} part={part} />
          ))}
          {reader.rules.length > 0 ? <Rules rules={reader.rules} /> : null}
          <Overrides reader={reader} />
          {reader.notes.length > 0 ? (
            <Section title={words.notes}>
              <ul className="jh-bullets">
                {reader.notes.map((note) => (
                  <li key={note.en}>{text(note)}</li>
                ))}
              </ul>
            </Section>
          ) : null}
          <Section title={words.measures}>
            <DataTable
              id="m"
              caption={words.measures}
              rows={reader.measures}
              columns={[
                { key: 'name', title: words.measure, value: (row) => text(row.name) },
                { key: 'unit', title: words.unit, value: (row) => text(row.unit) },
                { key: 'id', title: 'ID', value: (row) => row.id, render: (row) => <code>{row.id}</code> },
              ]}
              rowKey={(row) => row.id}
              pageSize={30}
            />
          </Section>
        </Page>
      )}
    </Await>
  );
}
