import Dragger from 'antd/es/upload/Dragger';
import { useState } from 'react';
import { fileAddress, useAct, useAnswer } from '#web/api';
import { schoolYearText, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Button, ButtonLink, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';
import { useKeepPreview } from './use-checked-file.ts';
import { yearChoices } from './view-model.ts';

/** A file from this device, its kind and its year; checking writes nothing. */
export function Upload({ years }: { readonly years: readonly number[] }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  const profiles = useAnswer('organization.profiles', {});
  const upload = useAct('organization.upload');
  const keepPreview = useKeepPreview();
  const [file, setFile] = useState<File | null>(null);
  const [thisYear] = useState(() => new Date().getFullYear());
  const [profile, setProfile] = useState('');
  const [chosenYear, setYear] = useState<string | null>(null);
  const kinds = profiles.data?.rows ?? [];
  const kind = profile || (kinds[0]?.id ?? '');
  const templateYear = Number(chosenYear) || (view.year ?? years[0] ?? thisYear);
  // Our own workbook is of the year for which it was downloaded; other files say their year themselves.
  const year = chosenYear ?? (kind === 'county-workbook' ? String(templateYear) : '');

  function check(chosen: File) {
    const form = new FormData();
    form.append('profile', kind);
    if (year !== '') form.append('year', year);
    form.append('file', chosen);
    upload.mutate(
      { params: { area: view.area }, form },
      {
        onSuccess: (preview) => {
          keepPreview(preview);
          view.change({ batch: preview.batch }, 'push');
        },
      },
    );
  }

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
          <Dragger
            aria-label={words.chooseFile}
            // A file of another kind is refused by the check, which says why; a filter here would drop it in silence.
            accept={{ format: '.xlsx,.xlsm,.xls,.csv,.tsv,.txt', filter: 'native' }}
            maxCount={1}
            showUploadList={false}
            // Nothing is sent before the button below is pressed.
            beforeUpload={(chosen) => {
              setFile(chosen);
              return false;
            }}
          >
            <div className="jh-drop">
              <strong>{file ? file.name : words.drop}</strong>
              <p className="jh-hint">{words.fileHint}</p>
            </div>
          </Dragger>
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
                ...yearChoices(years.length > 0 ? years : [thisYear]).map((known) => ({
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
          <ButtonLink
            file={fileAddress('organization.workbook', { params: { area: view.area }, query: { year: templateYear } })}
          >
            {words.template}
          </ButtonLink>{' '}
          <span className="jh-hint">{words.templateHint}</span>
        </p>
      </Section>
    </>
  );
}
