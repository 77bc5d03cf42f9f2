import type { LocalText } from '#core/locale';
import { columnLetter } from '#engines/sheets';
import type { Measure } from '#standards';
import { compileConditions, type RowTest } from './condition.ts';
import type { Dataset, Field } from './dataset.ts';
import { columnAt, type Header } from './header.ts';
import { compileSource, type Pick, type PickContext } from './pick-source.ts';
import type { Condition, FactsMapping, MeasureSource, SheetMapping, Source } from './profile.ts';
import { type AreaOf, compileArea } from './resolve-area.ts';
import type { SheetReading } from './sheet-reading.ts';
import { unitFactor, unitInHeader } from './unit-factor.ts';
import { yearIn } from './year-in.ts';

export interface ReadMeasure {
  readonly source: MeasureSource;
  readonly measure: Measure;
  readonly column: number;
  /** Absent where rows are only counted. */
  readonly pick: Pick | undefined;
  readonly unit: string | undefined;
  readonly stage: Pick | undefined;
  readonly schoolYear: number | undefined;
  readonly test: RowTest | undefined;
}

export interface ReadFacts {
  readonly unit: Pick | undefined;
  readonly stage: Pick | undefined;
  readonly measures: readonly ReadMeasure[];
  readonly long: { readonly measure: Pick; readonly value: Pick } | undefined;
}

export interface ReadRecord {
  readonly dataset: Dataset;
  /** The column stands here where the source is nothing but a column, so that a row costs no more than it must. */
  readonly fields: readonly (readonly [name: string, field: Field, pick: Pick, column: number | undefined])[];
  /** Where each field was read from; one object for all rows. */
  readonly columns: Record<string, number>;
  readonly repeats: boolean;
  readonly test: RowTest | undefined;
}

export interface CompiledSheet {
  readonly county: AreaOf | undefined;
  readonly schoolYear: Pick | undefined;
  readonly skips: readonly { readonly test: RowTest; readonly why: LocalText }[];
  readonly records: readonly ReadRecord[];
  readonly facts: readonly ReadFacts[];
}

/** Binds a mapping to the columns a sheet really has; undefined, and findings, where one is missing or stands twice. */
export function compileSheet(reading: SheetReading, mapping: SheetMapping, header: Header): CompiledSheet | undefined {
  return new SheetCompiler(reading, header).compile(mapping);
}

/** A source that names a column and asks for nothing else; a field without source is an empty column. */
function isPlain(source: Source): boolean {
  return Object.keys(source).every((key) => ['column', 'at', 'optional'].includes(key));
}

class SheetCompiler {
  private readonly reading: SheetReading;
  private readonly header: Header;
  private readonly picks: PickContext;
  private complete = true;

  constructor(reading: SheetReading, header: Header) {
    this.reading = reading;
    this.header = header;
    this.picks = { codes: reading.profile.codes, blanks: reading.blanks, columnOf: (source) => this.columnOf(source) };
  }

  compile(mapping: SheetMapping): CompiledSheet | undefined {
    const { reading, picks } = this;
    const compiled = {
      county: mapping.county === undefined ? undefined : compileArea(mapping.county, reading.gathered.areas, picks),
      schoolYear: this.optional(mapping.schoolYear),
      skips: mapping.skip.map((rule) => ({ test: this.testOf(rule.when) ?? (() => false), why: rule.why })),
      records: mapping.records.flatMap((record): ReadRecord[] => {
        const dataset = reading.context.datasets.get(record.dataset);
        if (dataset === undefined) {
          return [];
        }
        const columns: Record<string, number> = {};
        const fields = Object.entries(dataset.fields).map(([name, field]) => {
          const source = record.fields[name] ?? {};
          const column = isPlain(source) ? this.columnOf(source) : undefined;
          if (column !== undefined && column >= 0) {
            columns[name] = column;
          }
          const pick = column === undefined ? compileSource(source, picks) : () => ({ cell: null, column });
          return [name, field, pick, column] as const;
        });
        return [{ dataset, fields, columns, repeats: record.repeats === true, test: this.testOf(record.where) }];
      }),
      facts: mapping.facts.map((facts) => this.facts(facts)),
    };
    return this.complete ? compiled : undefined;
  }

  private facts({ unit, stage, long, measures }: FactsMapping): ReadFacts {
    return {
      unit: this.optional(unit),
      stage: this.optional(stage),
      long: long && { measure: compileSource(long.measure, this.picks), value: compileSource(long.value, this.picks) },
      measures: measures.flatMap((source) => {
        const measure = this.reading.context.dictionary.measures.get(source.measure);
        return measure === undefined
          ? []
          : source.columns === undefined
            ? this.column(source, measure)
            : this.columns(source, source.columns, measure);
      }),
    };
  }

  private column(source: MeasureSource, measure: Measure): readonly ReadMeasure[] {
    const from = source.from ?? {};
    const column = this.columnOf(from);
    const absent = column < 0 && from.value === undefined && from.join === undefined;
    if (absent && source.take !== 'count') {
      return [];
    }
    this.refuseOtherUnit(column, source.in ?? from.in, measure);
    return [
      {
        source,
        measure,
        column,
        pick: absent ? undefined : compileSource(from, this.picks),
        unit: source.in ?? from.in,
        stage: this.optional(source.stage),
        schoolYear: source.schoolYear,
        test: this.testOf(source.where),
      },
    ];
  }

  /** Every column whose header matches; groups of the expression tell stage and year. */
  private columns(source: MeasureSource, pattern: string, measure: Measure): readonly ReadMeasure[] {
    const regex = new RegExp(pattern, 'u');
    return this.header.names.flatMap((name, column): ReadMeasure[] => {
      const found = regex.exec(name);
      if (found === null) {
        return [];
      }
      const { stage, year } = found.groups ?? {};
      return [
        {
          source,
          measure,
          column,
          pick: (cells) => ({ cell: cells[column] ?? null, column }),
          unit: source.in,
          stage: stage === undefined ? this.optional(source.stage) : () => ({ cell: stage, column: -1 }),
          schoolYear: (year === undefined ? undefined : yearIn(year)) ?? source.schoolYear,
          test: this.testOf(source.where),
        },
      ];
    });
  }

  /** A header that says 万元 while the profile reads 元 would be wrong ten thousand times over. */
  private refuseOtherUnit(column: number, stated: string | undefined, measure: Measure): void {
    const name = this.header.names[column] ?? '';
    const found = unitInHeader(name);
    const factor = found === undefined ? undefined : unitFactor(found, measure.unit);
    if (
      found !== undefined &&
      factor !== undefined &&
      factor !== (stated === undefined ? 1 : unitFactor(stated, measure.unit))
    ) {
      this.complete = false;
      const place = {
        sheet: this.reading.sheetName,
        row: this.header.lastRow,
        column: columnLetter(column),
        value: name,
      };
      this.reading.gathered.findings.add('unit-not-stated', place, {
        column: name,
        found,
        stated: stated ?? measure.unit,
      });
    }
  }

  private optional(source: Source | undefined): Pick | undefined {
    return source && compileSource(source, this.picks);
  }

  private testOf(conditions: readonly Condition[] | undefined): RowTest | undefined {
    return conditions && compileConditions(conditions, (condition) => this.columnOf(condition), this.reading.blanks);
  }

  /** The column of a source, -1 where it names none. */
  private columnOf(source: Source | Condition): number {
    if (source.at !== undefined) {
      return columnAt(source.at);
    }
    if (source.column === undefined) {
      return -1;
    }
    const { header, reading } = this;
    const { findings } = reading.gathered;
    const place = { sheet: reading.sheetName, row: header.lastRow };
    const [column, other] = header.columnsOf(source.column);
    if (other !== undefined) {
      this.complete = false;
      findings.add('column-twice', place, { column: source.column });
    }
    if (column === undefined && !('optional' in source && source.optional === true)) {
      this.complete = false;
      const present = header.names
        .filter((name) => name !== '')
        .slice(0, 30)
        .join('、');
      findings.add('column-missing', place, { column: source.column, present });
    }
    return column ?? -1;
  }
}
