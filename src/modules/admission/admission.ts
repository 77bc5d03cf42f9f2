import { Applications } from './applications.ts';
import { Checking } from './checking.ts';
import type { Act, AdmissionDoors } from './doors.ts';
import { preparePlacing } from './placing-job.ts';
import { PublicViews } from './public-views.ts';
import { roundEffects } from './round-effects.ts';
import { roundKind } from './round-kind.ts';
import { Rounds } from './rounds.ts';

/** Admission of a county: what anybody looks up, what families do, what officers do. Registers its kind of case; before `cases.start`. */
export class Admission {
  readonly views: PublicViews;
  readonly applications: Applications;
  readonly rounds: Rounds;
  readonly checking: Checking;
  readonly #doors: AdmissionDoors;

  constructor(doors: AdmissionDoors) {
    this.#doors = doors;
    this.views = new PublicViews(doors);
    this.applications = new Applications(doors);
    this.rounds = new Rounds(doors);
    this.checking = new Checking(doors);
    doors.cases.register(roundKind, roundEffects({ match: (session, round) => this.checking.match(session, round) }));
  }

  /** What the program works with; the placing job needs it. */
  get doors(): AdmissionDoors {
    return this.#doors;
  }

  /**
   * Enters the public seed and starts the placing. The seed stands before anything is drawn; entered once, it is never another.
   *
   * @returns the job
   */
  async seed(
    area: string,
    round: string,
    {
      value,
      source,
      witnesses,
      seenSeq,
    }: {
      readonly value: string;
      readonly source: string;
      readonly witnesses: readonly string[];
      readonly seenSeq: number;
    },
    act: Act,
  ): Promise<string> {
    await this.rounds.act(area, round, 'seed', { seenSeq, fields: { value, source, witnesses } }, act);
    return this.#doors.startPlacing({ area, round }, act.principal);
  }

  /** Places a round that has its seed at once, without a thread. */
  async place(area: string, round: string, at: Date): Promise<void> {
    const { write } = await preparePlacing(this.#doors, area, round, at);
    await this.#doors.database.transaction(write);
  }
}
