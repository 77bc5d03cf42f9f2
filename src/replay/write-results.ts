import type { Outcome } from './allocate.ts';
import type { Draw, Numbers } from './draw.ts';

/** What was published after the seed, as this program finds it. */
export interface ResultTexts {
  readonly numbers: string;
  readonly results: string;
  readonly outcome: string;
}

export function writeResults(draw: Draw, numbers: Numbers, outcome: Outcome): ResultTexts {
  const drawn = [...numbers].flatMap(([lottery, tickets]) =>
    [...tickets].map(([ticket, number]) => `${lottery},${ticket},${number}`),
  );
  const seated = draw.applicants.map((one) => {
    const seat = outcome.seat.get(one);
    return seat === undefined
      ? `${one.code},,,`
      : `${one.code},${seat.wish.place},${seat.wish.school},${seat.group.code}`;
  });
  const blocked = outcome.blocking.map(({ family, row }) => `blocks,${family.code},${row}`);
  return {
    numbers: table('lottery,ticket,number', drawn),
    results: table('applicant,choice,school,group', seated),
    outcome: table('event,family,row', [`${outcome.kind},,`, ...blocked]),
  };
}

function table(head: string, lines: readonly string[]): string {
  return `${[head, ...lines].join('\n')}\n`;
}
