import type { ExampleBody } from '#contracts/practice';
import { useAnswer } from '#web/api';
import { schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Picker } from '#web/ui';
import { useWords } from './messages.ts';

type Measured = ExampleBody['measuredBy'];

/** Which of the area's numbers shows the effect, between which years; the number itself is never typed. */
export function MeasureFields({
  value,
  onChange,
}: {
  readonly value: Measured;
  readonly onChange: (value: Measured) => void;
}) {
  const words = useWords();
  const text = useText();
  const { stages } = useCommon();
  const { language } = useLanguage();
  const view = useView();
  const overview = useAnswer('balance.overview', { params: { area: view.area }, query: {} });
  const here = useAnswer('organization.area', { params: { area: view.area } });
  const years = (here.data?.years ?? []).toSorted((one, other) => one - other);
  const standard = overview.data?.standard.id ?? '';
  const numbers = (overview.data?.coefficients ?? []).map(({ indicator, stage }) => ({
    key: `${indicator}:${stage}`,
    indicator,
    stage,
    label: `${stages[stage]} · ${text(overview.data?.indicators.find(({ id }) => id === indicator)?.name ?? { zh: indicator, en: indicator })}`,
  }));
  const choose = (key: string) => {
    const found = numbers.find((one) => one.key === key);
    const [fromYear, toYear] = [value?.fromYear ?? years.at(0), value?.toYear ?? years.at(-1)];
    onChange(
      found === undefined || fromYear === undefined || toYear === undefined
        ? null
        : { standard, indicator: found.indicator, stage: found.stage, fromYear, toYear },
    );
  };
  const yearOptions = years.map((year) => ({ value: String(year), label: schoolYearText(year, language) }));
  return (
    <>
      <Picker
        label={words.measured}
        showLabel
        value={value === null ? '' : `${value.indicator}:${value.stage}`}
        options={[{ value: '', label: words.notMeasured }, ...numbers.map(({ key, label }) => ({ value: key, label }))]}
        onChange={choose}
      />
      {value === null ? null : (
        <>
          <Picker
            label={words.fromYear}
            showLabel
            value={String(value.fromYear)}
            options={yearOptions}
            onChange={(year) => onChange({ ...value, fromYear: Number(year) })}
          />
          <Picker
            label={words.toYear}
            showLabel
            value={String(value.toYear)}
            options={yearOptions}
            onChange={(year) => onChange({ ...value, toYear: Number(year) })}
          />
        </>
      )}
    </>
  );
}
