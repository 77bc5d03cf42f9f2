import type { LocalText } from '#core/locale';
import type { JobProgress } from './job-kind.ts';
import type { SentRefusal } from './thread-messages.ts';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** A job as it is kept. */
export interface JobRecord {
  readonly id: string;
  readonly area: string;
  readonly kind: string;
  readonly input: unknown;
  readonly stamp: string | null;
  readonly state: JobState;
  readonly progress: JobProgress | null;
  /** How often it was begun; more than once after an interruption. */
  readonly starts: number;
  readonly by: string;
  readonly byName: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly failure: SentRefusal | null;
}

/** A job as people see it. */
export interface JobView extends Omit<JobRecord, 'input' | 'stamp' | 'starts'> {
  readonly title: LocalText;
}

const separator = '-';

/** An id that says where the job is kept. */
export function jobId(area: string, id: string): string {
  return `${area}${separator}${id}`;
}

export function areaOfJob(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(separator)));
}
