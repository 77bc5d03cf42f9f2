import { randomUUID } from 'node:crypto';
import { DomainError } from '#core/errors';
import { newId } from '#core/ids';
import { errors } from './errors.ts';
import { hashInput } from './hash-input.ts';
import { cancelJob, dropExpiredJobs, keepJobs, releaseJobs } from './job-changes.ts';
import type { JobKind, JobStarter } from './job-kind.ts';
import type { JobParts } from './job-parts.ts';
import { JobQueue } from './job-queue.ts';
import { type JobRecord, type JobView, jobId } from './job-record.ts';
import { adoptJobs, findJob, findSameJob, insertJob, listJobs, resultOfJob } from './job-store.ts';
import type { Jobs } from './jobs.ts';

const listed = 200;
const lookMs = 10_000;
/** Another process on the same server that was not seen for so long is gone. */
const unseenMs = 45_000;
const lookAgainMs = 300;
const dayMs = 86_400_000;

/** Opens the jobs over a database. Nothing runs before `start` or `resume`. */
export function openJobs(parts: JobParts): Jobs {
  return new JobRunner(parts);
}

class JobRunner implements Jobs {
  readonly kinds: readonly JobKind[];
  readonly #parts: JobParts;
  readonly #queue: JobQueue;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: JobParts) {
    this.#parts = parts;
    this.kinds = parts.kinds;
    this.#queue = new JobQueue(parts, randomUUID());
  }

  async start(name: string, given: unknown, by: JobStarter): Promise<JobView> {
    const { database, now } = this.#parts;
    const kind = this.#kindOf(name);
    const input = kind.input.parse(given);
    const at = now();
    const area = kind.areaOf(input);
    const stamp = (await kind.stamp?.(input)) ?? null;
    const same = { area, kind: name, inputHash: hashInput(name, input), stamp, at };
    const id = jobId(area, newId(at));
    for (;;) {
      const found = await findSameJob(database, same);
      if (found !== undefined) return this.#viewOf(found);
      const job = { ...same, id, input, by: by.id, byName: by.name, runner: this.#queue.runner };
      if (await insertJob(database, job)) break;
    }
    this.#queue.add(id, kind);
    return this.find(id);
  }

  async find(id: string): Promise<JobView> {
    const found = await findJob(this.#parts.database, id);
    if (found === undefined) throw errors.jobNotFound();
    return this.#viewOf(found);
  }

  async list({ area }: { readonly area?: string | undefined }): Promise<readonly JobView[]> {
    const found = await listJobs(this.#parts.database, { area, most: listed });
    return found.map((record) => this.#viewOf(record));
  }

  async resultOf(id: string): Promise<unknown> {
    const { state, failure } = await this.find(id);
    if (state === 'done') return resultOfJob(this.#parts.database, id);
    if (state === 'cancelled') throw errors.cancelled();
    if (failure !== null) throw new DomainError(failure);
    throw errors.notDone();
  }

  async ended(id: string): Promise<unknown> {
    for (;;) {
      await this.#queue.ended(id);
      const { state } = await this.find(id);
      if (state !== 'queued' && state !== 'running') return this.resultOf(id);
      // It runs in another process.
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
  }

  async cancel(id: string): Promise<JobView> {
    const { database, now } = this.#parts;
    const at = now();
    if (await cancelJob(database, id, at, new Date(at.getTime() + dayMs))) this.#queue.stop(id);
    return this.find(id);
  }

  async resume(): Promise<void> {
    await this.#adopt(this.#parts.database.engine === 'embedded' ? 0 : unseenMs);
    this.#timer = setInterval(() => {
      this.#look().catch((error: unknown) => this.#parts.log.error('jobs not looked after', { error }));
    }, lookMs);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#queue.close();
    if (!this.#queue.isEmpty) await releaseJobs(this.#parts.database, this.#queue.runner);
  }

  async #look(): Promise<void> {
    const { database, now } = this.#parts;
    if (!this.#queue.isEmpty) await keepJobs(database, this.#queue.runner, now());
    if (database.engine !== 'embedded') await this.#adopt(unseenMs);
    await dropExpiredJobs(database, now());
  }

  async #adopt(unseenForMs: number): Promise<void> {
    const at = this.#parts.now();
    const unseenSince = new Date(at.getTime() - unseenForMs);
    for (const { id, kind } of await adoptJobs(this.#parts.database, { runner: this.#queue.runner, unseenSince, at })) {
      const known = this.kinds.find(({ name }) => name === kind);
      if (known === undefined) await this.#queue.fail(id, errors.crashed());
      else this.#queue.add(id, known);
    }
  }

  #viewOf(record: JobRecord): JobView {
    const { input: _input, stamp: _stamp, starts: _starts, ...shown } = record;
    const title = this.kinds.find(({ name }) => name === record.kind)?.title ?? { zh: record.kind, en: record.kind };
    return { ...shown, title, progress: this.#queue.progressOf(record.id) ?? record.progress };
  }

  #kindOf(name: string): JobKind {
    const kind = this.kinds.find((one) => one.name === name);
    if (kind === undefined) throw new Error(`no kind of job ${name}`);
    return kind;
  }
}
