import { gunzipSync, gzipSync } from 'node:zlib';
import { hashFiles } from '#modules/conditions';
import { evaluateStandard, loadStandards, type StandardFile } from '#standards';
import { buildReport } from './build-report.ts';
import { canonicalInput, hashText } from './canonical.ts';
import { type EvaluationInputJson, type EvaluationReport, unpackInput, type Verification } from './contract.ts';
import { listDifferences } from './list-differences.ts';
import type { Evaluated } from './model.ts';

/** One evaluation with all that is needed to make it again: the same bytes in the database and in a file. */
export interface SnapshotRecord {
  readonly standard: Uint8Array;
  readonly inputs: Uint8Array;
  readonly result: Uint8Array;
}

/** SHA-256 of a result, of the very text that is kept. */
export function hashResult(report: EvaluationReport): string {
  return hashText(JSON.stringify(report));
}

/** Packs an evaluation: the standard's files, the canonical inputs and the report, each gzip-compressed JSON. */
export function packSnapshot(
  evaluated: Evaluated,
  files: readonly StandardFile[],
  report: EvaluationReport,
): SnapshotRecord {
  return { standard: packJson(files), inputs: gzipSync(canonicalInput(evaluated.input)), result: packJson(report) };
}

export function reportOfSnapshot({ result }: SnapshotRecord): EvaluationReport {
  return JSON.parse(readText(result)) as EvaluationReport;
}

/**
 * Recomputes a snapshot from its own stored inputs and standard and compares every number.
 *
 * @remarks Shows both that nothing was altered (hashes) and that this program still comes to the same result.
 */
export function verifyRecord(
  id: string,
  record: SnapshotRecord,
  stored: { readonly inputsHash: string; readonly standardHash: string; readonly resultHash: string },
): Verification {
  const files = JSON.parse(readText(record.standard)) as StandardFile[];
  const inputsText = readText(record.inputs);
  const report = reportOfSnapshot(record);
  const resultHash = hashText(readText(record.result));
  const standardHash = hashFiles(files);
  const inputsHash = hashText(inputsText);
  const compiled = loadStandards(files).standards.find(
    ({ compiled: { definition } }) => definition.id === report.standard,
  )?.compiled;
  const input = unpackInput(JSON.parse(inputsText) as EvaluationInputJson);
  const again =
    compiled === undefined
      ? null
      : buildReport(
          { compiled, hash: standardHash, inputsHash, input, evaluation: evaluateStandard(compiled, input) },
          { area: report.area, areaName: report.areaName, snapshot: report.snapshot },
        );
  const differences = listDifferences(report, again, 100);
  return {
    id,
    holds:
      standardHash === stored.standardHash &&
      inputsHash === stored.inputsHash &&
      resultHash === stored.resultHash &&
      differences.length === 0,
    inputsHash: { stored: stored.inputsHash, recomputed: inputsHash },
    standardHash: { stored: stored.standardHash, recomputed: standardHash },
    resultHash: { stored: stored.resultHash, recomputed: resultHash },
    differences,
  };
}

function packJson(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value));
}

function readText(bytes: Uint8Array): string {
  return gunzipSync(bytes).toString('utf8');
}
