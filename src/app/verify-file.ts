import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { evaluationReport, type Verification } from '#contracts/balance';
import { verifyRecord } from '#modules/balance';
import { appErrors } from './errors.ts';

const shape = z.object({
  format: z.literal('junheng-snapshot-1'),
  standard: z.array(z.object({ path: z.string(), text: z.string() })),
  inputs: z.string(),
  report: evaluationReport,
});

/**
 * Recomputes a snapshot file that `junheng evaluate --save` wrote. Needs no database.
 *
 * @throws DomainError `app.notASnapshot`
 */
export function verifySnapshotFile(bytes: Uint8Array, name: string): Verification {
  const { standard, inputs, report } = readSnapshot(bytes, name);
  const record = { standard: packed(standard), inputs: gzipSync(inputs), result: packed(report) };
  return verifyRecord(report.snapshot, record, { inputsHash: report.inputsHash, standardHash: report.standardHash });
}

function readSnapshot(bytes: Uint8Array, name: string): z.infer<typeof shape> {
  try {
    return shape.parse(JSON.parse(gunzipSync(bytes).toString('utf8')));
  } catch (cause) {
    throw appErrors.notASnapshot({ file: name }, cause);
  }
}

function packed(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value));
}
