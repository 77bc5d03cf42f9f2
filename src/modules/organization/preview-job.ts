import { z } from 'zod';
import type { Gate } from '#core/access';
import { isPlainDate, type PlainDate } from '#core/calendar';
import type { Files } from '#core/files';
import { defineJob, type JobKind, type JobProgress, type Jobs } from '#core/jobs';
import type { CheckPhase, Exchange } from '#engines/exchange';
import { admitAreas } from './admit-areas.ts';
import type { ImportPreview } from './contract.ts';
import type { CheckLarge } from './import-service.ts';
import { previewOf } from './import-shown.ts';

const previewJobName = 'organization.preview';

const day = z.custom<PlainDate>((value) => typeof value === 'string' && isPlainDate(value));
const input = z.object({
  area: z.string(),
  year: z.number().int().nullable(),
  profile: z.string(),
  name: z.string(),
  /** Id under which the upload is held. */
  upload: z.string(),
  /** What the sender holds: the thread asks the gate for every county of the file. */
  grants: z.array(
    z.object({
      role: z.string(),
      area: z.string(),
      unit: z.string().optional(),
      stages: z.array(z.string()).optional(),
      from: day.optional(),
      to: day.optional(),
    }),
  ),
});

const dayS = 86_400;
const phases: Readonly<Record<CheckPhase, JobProgress>> = {
  reading: { phase: { zh: '读取并逐格校对', en: 'Reading and checking every cell' }, share: 0.05 },
  comparing: { phase: { zh: '与已有数据比对', en: 'Comparing with what is held' }, share: 0.6 },
  keeping: { phase: { zh: '保存待确认的文件', en: 'Keeping the file for confirmation' }, share: 0.9 },
};

/** The check of a large file; where it is cancelled no batch is left. */
export function previewJob({
  gate,
  exchange,
  files,
}: {
  readonly gate: Gate;
  readonly exchange: Exchange;
  readonly files: Files;
}): JobKind {
  return defineJob({
    name: previewJobName,
    title: { zh: '校对上传的文件', en: 'Check an uploaded file' },
    input,
    areaOf: ({ area }) => area,
    permission: 'organization.import',
    isForStarter: true,
    thread: 'own',
    keptForS: dayS,
    async run({ area, year, profile, name, upload, grants }, { by, at, progress }) {
      const request = {
        areaCode: area,
        schoolYear: year,
        profile,
        by: by.id,
        at,
        admit: admitAreas(gate, { ...by, kind: 'person', grants }),
        file: { name, bytes: await files.heldBytes(upload) },
      };
      const { preview, keep } = await exchange.checkImport(request, (phase) => progress(phases[phase]));
      return { result: previewOf(preview), write: keep };
    },
  });
}

/** Has an upload checked by a job, and waits for it; whoever sent it may leave and find the checked file in the list of imports. */
export function checkInThread(files: Files, jobs: Jobs): CheckLarge {
  return async ({ params, form, file, principal }) => {
    const upload = await files.hold(principal, { area: params.area, ...file });
    const { grants } = principal;
    const order = {
      area: params.area,
      year: form.year ?? null,
      profile: form.profile,
      name: file.name,
      upload,
      grants,
    };
    const { id } = await jobs.start(previewJobName, order, principal);
    return (await jobs.ended(id)) as ImportPreview;
  };
}
