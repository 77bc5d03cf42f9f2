import { type BoundRoute, bindRoutes } from '#core/http';
import { itemsOf } from '#standards';
import { instrumentsRoutes } from './contract.ts';
import { errors } from './errors.ts';
import type { InstrumentLibrary } from './library.ts';
import type { Act } from './model.ts';
import './permissions.ts';
import type { OpenedSheet, Sheets } from './sheets.ts';
import { showChange, showHead, showInstrument, showSheet, showSurvey, writable } from './show.ts';
import type { Surveys } from './surveys.ts';

/** Converts requests to calls of sheets and surveys. */
export function bindInstruments(parts: {
  readonly library: InstrumentLibrary;
  readonly sheets: Sheets;
  readonly surveys: Surveys;
}): readonly BoundRoute[] {
  const { library, sheets, surveys } = parts;
  const opened = (sheet: OpenedSheet, act: Act) =>
    showSheet(sheet, act.principal.id, sheets.mayAnswer(sheet.sheet, act));
  return bindRoutes(instrumentsRoutes, {
    instruments: async () => ({
      rows: library.all.map(({ instrument }) => ({ ...showInstrument(instrument), items: itemsOf(instrument).length })),
    }),
    instrument: async ({ params }) => showInstrument(library.find(params.instrument).instrument),
    sheets: async ({ query, ...act }) => {
      const { cursor, ...filter } = query;
      const rows = await sheets.list(act, { ...filter, below: cursor });
      return {
        rows: rows.map(showHead),
        nextCursor: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null,
      };
    },
    inspect: async ({ body, ...act }) => showHead(await sheets.inspect(body, act)),
    sheet: async ({ params, ...act }) => opened(await sheets.read(params, act), act),
    sync: async ({ params, body, ...act }) => {
      if (body.writer !== act.principal.id) throw errors.otherWriter();
      const changes = body.changes.map((change) => ({ ...change, writtenAt: new Date(change.writtenAt) }));
      const outcomes = [...(await sheets.sync(params, changes, act))];
      return { outcomes, opened: opened(await sheets.read(params, act), act) };
    },
    photo: async ({ params, file, ...act }) => ({ file: await sheets.keepFile(params, file.bytes, act) }),
    file: ({ params, ...act }) => sheets.file(params, params.file, act),
    settle: async ({ params, ...act }) => {
      await sheets.settle(params, params.change, act);
      return opened(await sheets.read(params, act), act);
    },
    history: async ({ params, ...act }) => ({
      rows: (await sheets.history(params, params.item, act)).map(showChange),
    }),
    submit: async ({ params, ...act }) => opened(await sheets.submit(params, act), act),
    reopen: async ({ params, body, ...act }) => opened(await sheets.reopen(params, body.reason, act), act),
    surveys: async ({ query, ...act }) => ({ rows: (await surveys.list(act, query.area)).map(showSurvey) }),
    openSurvey: async ({ body, ...act }) => showSurvey(await surveys.open(body, act)),
    survey: async ({ params, ...act }) => {
      const { survey, compiled, count, ways } = await surveys.result(params, act);
      return {
        survey: showSurvey(survey),
        instrument: showInstrument(compiled.instrument),
        ...writable({ count, ways }),
      };
    },
    makeCodes: async ({ params, body, ...act }) => ({ codes: [...(await surveys.makeCodes(params, body, act))] }),
    form: async ({ params, body, at }) => {
      const { survey, compiled, respondent } = await surveys.form(params, body.code, at);
      return { survey: showSurvey(survey), instrument: showInstrument(compiled.instrument), respondent };
    },
    respond: async ({ params, body, at }) => {
      await surveys.answer(params, body, at);
      return { taken: true };
    },
  });
}
