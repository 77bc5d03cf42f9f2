import { useState } from 'react';
import { fileAddress, useAct, useAnswer } from '#web/api';
import { schoolYearText, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Button, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** A file from this device, its kind and its year; checking writes nothing. */
export function Upload({ years }: { readonly years: readonly number[] }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  const profiles = useAnswer('organization.profiles', {});
  const upload = useAct('organization.upload');
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const [profile, setProfile] = useState('');
  const [year, setYear] = useState('');
  const kinds = profiles.data?.rows ?? [];
  const kind = profile || (kinds[0]?.id ?? '');

  function check(chosen: File) {
    const form = new FormData();
    form.append('profile', kind);
    if (year !== '') form.append('year', year);
    form.append('file', chosen);
    upload.mutate(
      { params: { area: view.area }, form },
      { onSuccess: (preview) => view.change({ batch: preview.batch }, 'push') },
    );
  }

  const templateYear = Number(year) || (view.year ?? years[0] ?? new Date().getFullYear());
  return (
    <>
      <Answer>{upload.isPending && file ? words.checking(file.name) : words.start}</Answer>
      <Section title={words.chooseFile}>
        <form
          className="jh-page"
          onSubmit={(event) => {
            event.preventDefault();
            if (file) check(file);
          }}
        >
          <label
            className={`jh-drop${over ? ' jh-drop-over' : ''}`}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              const dropped = event.dataTransfer.files[0];
              if (dropped) setFile(dropped);
            }}
          >
            <strong>{file ? file.name : words.drop}</strong>
            <span className="jh-hint">{words.fileHint}</span>
            <input
              type="file"
              accept=".xlsx,.xlsm,.xls,.csv,.tsv,.txt"
              aria-label={words.chooseFile}
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          </label>
          <div className="jh-actions">
            {kinds.length > 0 ? (
              <Picker
                label={words.profile}
                showLabel
                value={kind}
                options={kinds.map((row) => ({ value: row.id, label: text(row.name) }))}
                onChange={setProfile}
              />
            ) : null}
            <Picker
              label={words.year}
              showLabel
              value={year}
              options={[
                { value: '', label: words.yearFromFile },
                ...yearChoices(years).map((known) => ({
                  value: String(known),
                  label: schoolYearText(known, language),
                })),
              ]}
              onChange={setYear}
            />
            <Button type="submit" look="strong" disabled={!file || kind === ''} busy={upload.isPending}>
              {words.check}
            </Button>
          </div>
          <InlineProblem error={upload.error ?? profiles.error} />
        </form>
        <p>
          <a
            className="jh-button"
            download
            href={fileAddress('organization.workbook', { params: { area: view.area }, query: { year: templateYear } })}
          >
            {words.template}
          </a>{' '}
          <span className="jh-hint">{words.templateHint}</span>
        </p>
      </Section>
    </>
  );
}

/** The years a file may be for: those known, one before, one after, newest first. */
export function yearChoices(years: readonly number[]): readonly number[] {
  const known = years.length > 0 ? years : [new Date().getFullYear()];
  const newest = Math.max(...known);
  const oldest = Math.min(...known);
  return [...new Set([newest + 1, ...known, oldest - 1])].sort((a, b) => b - a);
}
