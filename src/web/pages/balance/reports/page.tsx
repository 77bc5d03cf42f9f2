import { fileAddress } from '#web/api';
import { useLanguage } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, ButtonLink, Page, Section } from '#web/ui';
import { useWords } from './messages.ts';

const reportFormats = ['docx', 'pdf', 'xlsx'] as const;
const tables = ['coefficients', 'schools', 'gaps', 'indicators', 'comparison', 'findings'] as const;
const registryTables = ['units', 'areas', 'facts', 'classes', 'staff', 'submissions'] as const;
const formats = ['xlsx', 'csv', 'json'] as const;

interface Row {
  readonly key: string;
  readonly name: string;
  readonly href: (format: (typeof formats)[number]) => string;
}

function DownloadTable({
  title,
  hint,
  rows,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly rows: readonly Row[];
}) {
  const words = useWords();
  return (
    <Section title={title} {...(hint ? { hint } : {})}>
      <div className="jh-table-scroll">
        <table className="jh-table jh-downloads">
          <caption className="jh-unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.table}</th>
              {formats.map((format) => (
                <th key={format} scope="col">
                  {format.toUpperCase()}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {formats.map((format) => (
                  <td key={format}>
                    <a href={row.href(format)} download aria-label={words.download(row.name, format.toUpperCase())}>
                      {format.toUpperCase()}
                    </a>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

export function ReportsPage() {
  const words = useWords();
  const { area, year, standard } = useView();
  const language = useLanguage().language === 'en' ? ('en' as const) : ('zh' as const);
  const query = { year: year ?? undefined, standard: standard ?? undefined, language };
  return (
    <Page title={words.title}>
      <Answer>{words.answer}</Answer>
      <Section title={words.report} hint={words.reportHint}>
        <div className="jh-actions">
          {reportFormats.map((format) => (
            <ButtonLink
              key={format}
              look={format === 'docx' ? 'strong' : 'plain'}
              file={fileAddress('balance.report', { params: { area }, query: { ...query, format } })}
            >
              {words.formats[format]}
            </ButtonLink>
          ))}
        </div>
      </Section>
      <DownloadTable
        title={words.tables}
        hint={words.tablesHint}
        rows={tables.map((table) => ({
          key: table,
          name: words.tableNames[table],
          href: (format) => fileAddress('balance.export', { params: { area }, query: { ...query, table, format } }),
        }))}
      />
      <DownloadTable
        title={words.registry}
        rows={registryTables.map((table) => ({
          key: table,
          name: words.registryNames[table],
          href: (format) =>
            fileAddress('organization.export', {
              params: { area, table },
              query: { format, language, year: year ?? undefined },
            }),
        }))}
      />
    </Page>
  );
}
