import { DomainError } from '#core/errors';
import { type Actor, type Origin, withOrigin } from '#core/origin';
import { errors } from './errors.ts';
import { beginJob, failJob, noteProgress, requeueJob } from './job-changes.ts';
import type { JobKind, JobProgress } from './job-kind.ts';
import type { JobParts } from './job-parts.ts';
import type { JobRecord } from './job-record.ts';
import { findJob } from './job-store.ts';
import { ThreadEnded } from './work-thread.ts';

interface LiveJob {
  readonly kind: JobKind;
  readonly stopped: AbortController;
  readonly ended: PromiseWithResolvers<void>;
  isRunning: boolean;
  progress: JobProgress | null;
  notedAtMs: number;
}

const startsAllowed = 3;
const noteEveryMs = 1_000;
const failureKeptMs = 7 * 86_400_000;

const programs: readonly Actor['kind'][] = ['trial', 'operator', 'system'];

/** A job is done for whoever started it, also after a restart; whichever request happened to let it begin is not the one. */
function originOf({ id, by }: JobRecord): Origin {
  return {
    channel: 'system',
    requestId: id,
    actor: { id: by, kind: programs.find((kind) => kind === by) ?? 'person' },
  };
}

/** The open jobs of this process: waiting for room, or under way in a thread. */
export class JobQueue {
  /** Tells this process from others on the same database. */
  readonly runner: string;
  readonly #parts: JobParts;
  readonly #live = new Map<string, LiveJob>();
  readonly #underWay = new Set<Promise<void>>();
  #isStopping = false;

  constructor(parts: JobParts, runner: string) {
    this.#parts = parts;
    this.runner = runner;
  }

  get isEmpty(): boolean {
    return this.#live.size === 0;
  }

  progressOf(id: string): JobProgress | null {
    return this.#live.get(id)?.progress ?? null;
  }

  /** Resolves when the job has ended, at once where it is not of this process. */
  async ended(id: string): Promise<void> {
    await this.#live.get(id)?.ended.promise;
  }

  /** Stops a job that was cancelled in the database. */
  stop(id: string): void {
    const live = this.#live.get(id);
    live?.stopped.abort(errors.cancelled());
    if (live?.isRunning === false) this.#settle(id, live);
  }

  /** Ends all threads; what was open stays so in the database. */
  async close(): Promise<void> {
    this.#isStopping = true;
    await this.#parts.threads.close();
    await Promise.all(this.#underWay);
    for (const live of this.#live.values()) live.ended.resolve();
  }

  /** Lets a job of this process run as soon as there is room. */
  add(id: string, kind: JobKind): void {
    const ended = Promise.withResolvers<void>();
    const stopped = new AbortController();
    this.#live.set(id, { kind, stopped, ended, isRunning: false, progress: null, notedAtMs: 0 });
    this.#begin();
  }

  /** Begins waiting jobs, oldest first, as far as there is room. */
  #begin(): void {
    for (const [id, live] of this.#live) {
      if (live.isRunning || this.#isStopping || !this.#hasRoom(live.kind)) continue;
      live.isRunning = true;
      const work: Promise<void> = this.#run(id, live)
        .catch((error: unknown) => this.#parts.log.error('job not ended', { job: id, kind: live.kind.name, error }))
        .finally(() => {
          this.#underWay.delete(work);
          if (!this.#isStopping && !live.isRunning) this.#begin();
        });
      this.#underWay.add(work);
    }
  }

  #hasRoom({ thread }: JobKind): boolean {
    const running = [...this.#live.values()].filter((live) => live.isRunning && live.kind.thread === thread).length;
    // A cancelled job takes its thread with it, so the standing one does one job at a time.
    return running < (thread === 'standing' ? 1 : this.#parts.atOnce);
  }

  async #run(id: string, live: LiveJob): Promise<void> {
    const { database, now, log, threads } = this.#parts;
    const { kind, stopped } = live;
    try {
      const record = await findJob(database, id);
      if (record === undefined || !(await beginJob(database, id, this.runner, now()))) return this.#settle(id, live);
      if (record.starts >= startsAllowed) throw errors.interrupted({ times: record.starts });
      const order = { id, kind: kind.name, input: record.input, by: { id: record.by, name: record.byName } };
      const onProgress = (progress: JobProgress) => this.#note(id, live, progress);
      await withOrigin(originOf(record), () =>
        threads.run(kind.thread, 'job', order, { signal: stopped.signal, onProgress }),
      );
    } catch (error) {
      if (this.#isStopping) return;
      if (error instanceof ThreadEnded && !stopped.signal.aborted) return this.#again(id, live);
      if (!stopped.signal.aborted) {
        if (!(error instanceof DomainError)) log.error('job failed', { job: id, kind: kind.name, error });
        await this.fail(id, error instanceof DomainError ? error : errors.crashed());
      }
    }
    this.#settle(id, live);
  }

  /** Its thread ended by itself, for want of memory perhaps: the job waits for another. */
  async #again(id: string, live: LiveJob): Promise<void> {
    await requeueJob(this.#parts.database, id);
    live.isRunning = false;
  }

  #settle(id: string, live: LiveJob): void {
    this.#live.delete(id);
    live.isRunning = false;
    live.ended.resolve();
  }

  #note(id: string, live: LiveJob, progress: JobProgress): void {
    live.progress = progress;
    const atMs = performance.now();
    if (atMs - live.notedAtMs < noteEveryMs) return;
    live.notedAtMs = atMs;
    const { database, now, log } = this.#parts;
    noteProgress(database, id, progress, now()).catch((error: unknown) => log.warn('progress not kept', { error }));
  }

  async fail(id: string, { code, status, parameters, text, remedy }: DomainError): Promise<void> {
    const at = this.#parts.now();
    const failure = { code, status, parameters, text, remedy };
    await failJob(this.#parts.database, id, { at, expiresAt: new Date(at.getTime() + failureKeptMs), failure });
  }
}
