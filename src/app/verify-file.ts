import { gunzipSync, gzipSync } from 'node:zlib';
import type { EvaluationReport, Verification } from '#contracts/balance';
import { verifyRecord } from '#modules/balance';
import type { StandardFile } from '#standards';

interface SnapshotFile {
  readonly format: string;
  readonly standard: readonly StandardFile[];
  readonly inputs: string;
  readonly report: EvaluationReport;
}

/** Recomputes a snapshot file that `junheng evaluate --save` wrote. Needs no database. */
export function verifySnapshotFile(bytes: Uint8Array): Verification {
  const { standard, inputs, report } = JSON.parse(gunzipSync(bytes).toString('utf8')) as SnapshotFile;
  const record = { standard: packed(standard), inputs: gzipSync(inputs), result: packed(report) };
  return verifyRecord(report.snapshot, record, { inputsHash: report.inputsHash, standardHash: report.standardHash });
}

function packed(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value));
}
