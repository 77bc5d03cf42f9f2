import { gzipSync } from 'node:zlib';
import type { StandardFile } from '#standards';
import { canonicalInput } from './canonical.ts';
import type { EvaluationReport } from './contract.ts';
import type { Evaluated } from './model.ts';
import { hashResult } from './snapshot-record.ts';

/** An evaluation as a file: the standard's files, the inputs and the result; everything that is needed to compute the same again. */
export function writeSnapshotFile(
  { input }: Pick<Evaluated, 'input'>,
  standard: readonly StandardFile[],
  report: EvaluationReport,
): Uint8Array {
  return gzipSync(
    JSON.stringify({
      format: 'junheng-snapshot-1',
      standard,
      inputs: canonicalInput(input),
      report,
      resultHash: hashResult(report),
    }),
  );
}
