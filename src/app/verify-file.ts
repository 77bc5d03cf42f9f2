import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { evaluationReport, type Verification } from '#contracts/balance';
import { type OpenedPack, openEvidence } from '#engines/documents';
import { type EvidenceOf, evidenceFiles, evidenceValues, verifyRecord } from '#modules/balance';
import { appErrors } from './errors.ts';

const shape = z.object({
  format: z.literal('junheng-snapshot-1'),
  standard: z.array(z.object({ path: z.string(), text: z.string() })),
  inputs: z.string(),
  report: evaluationReport,
  resultHash: z.string(),
});

/**
 * Recomputes a snapshot file that `junheng evaluate --save` wrote. Needs no database.
 *
 * @throws DomainError `app.notASnapshot`
 */
export function verifySnapshotFile(bytes: Uint8Array, name: string): Verification {
  const { standard, inputs, report, resultHash, reportText } = readSnapshot(bytes, name);
  const record = { standard: packed(standard), inputs: gzipSync(inputs), result: gzipSync(reportText) };
  const { inputsHash, standardHash } = report;
  return verifyRecord(report.snapshot, record, { inputsHash, standardHash, resultHash });
}

export interface EvidenceVerification extends Pick<OpenedPack, 'fingerprint' | 'faults'> {
  readonly holds: boolean;
  readonly about: Readonly<Record<string, unknown>>;
  readonly madeAt: string | null;
  /** The evaluation in the pack, computed again; null where it cannot be read. */
  readonly evaluation: Verification | null;
  /** Whether the table of values is what the evaluation gives. */
  readonly valuesFollow: boolean;
}

const aboutShape = z.object({ indicator: z.string(), stage: z.string() });

/** Checks a pack of evidence: every hash, the signature, the evaluation computed again, the values written again. Needs no database. */
export function verifyEvidenceFile(bytes: Uint8Array, name: string): EvidenceVerification {
  const { manifest, fingerprint, faults, files } = openEvidence(bytes);
  const snapshot = files.get(evidenceFiles.snapshot);
  const evaluation = snapshot === undefined || faults.length > 0 ? null : verifySnapshotFile(snapshot, name);
  const about = aboutShape.safeParse(manifest?.about);
  const values = files.get(evidenceFiles.values);
  const valuesFollow =
    snapshot !== undefined &&
    values !== undefined &&
    evaluation !== null &&
    about.success &&
    Buffer.from(values).equals(evidenceValues(readSnapshot(snapshot, name).report, about.data as EvidenceOf));
  return {
    holds: faults.length === 0 && evaluation?.holds === true && valuesFollow,
    about: manifest?.about ?? {},
    madeAt: manifest?.madeAt ?? null,
    fingerprint,
    faults,
    evaluation,
    valuesFollow,
  };
}

/** @returns the file, with the report's own text: reading it through its shape may order it otherwise. */
function readSnapshot(bytes: Uint8Array, name: string): z.infer<typeof shape> & { readonly reportText: string } {
  try {
    const text: unknown = JSON.parse(gunzipSync(bytes).toString('utf8'));
    const snapshot = shape.parse(text);
    return { ...snapshot, reportText: JSON.stringify((text as typeof snapshot).report) };
  } catch (cause) {
    throw appErrors.notASnapshot({ file: name }, cause);
  }
}

function packed(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value));
}
