import { createHash } from 'node:crypto';
import type { Session } from '#core/db';
import { type CompiledInstrument, compileInstrument, type Instrument } from '#standards';
import { errors } from './errors.ts';

/** Keeps an instrument as it is now. @throws DomainError `instruments.versionChanged` where its version was kept with other content */
export async function keepVersion(session: Session, instrument: Instrument, at: Date): Promise<void> {
  const definition = JSON.stringify(instrument);
  const sha256 = createHash('sha256').update(definition).digest('hex');
  await session.query(
    `INSERT INTO instrument_version (instrument, version, sha256, definition, kept_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (instrument, version) DO NOTHING`,
    [instrument.id, instrument.version, sha256, definition, at],
  );
  const [kept] = await session.query<{ sha256: string }>(
    'SELECT sha256 FROM instrument_version WHERE instrument = $1 AND version = $2',
    [instrument.id, instrument.version],
  );
  if (kept?.sha256 !== sha256) {
    throw errors.versionChanged({ instrument: instrument.id, version: instrument.version });
  }
}

/** The instrument with which something was answered, whatever the files say today. */
export async function readVersion(
  session: Session,
  { instrument, version }: { readonly instrument: string; readonly version: string },
): Promise<CompiledInstrument> {
  const [row] = await session.query<{ definition: Instrument }>(
    'SELECT definition FROM instrument_version WHERE instrument = $1 AND version = $2',
    [instrument, version],
  );
  const compiled = row === undefined ? null : compileInstrument(row.definition).compiled;
  if (compiled === null) throw errors.instrumentNotFound({ instrument: `${instrument} ${version}` });
  return compiled;
}
