import type { Families, Market } from './market.ts';

const mostPriority = 2 ** 20 - 1;

/** @throws RangeError where arrays do not fit each other, an index points nowhere, or a lottery is no permutation. */
export function checkMarket(market: Market): void {
  const { applicants, schools, kinds } = market;
  const groups = market.groupSeats.length;
  checkOffsets('choiceStart', market.choiceStart, applicants, market.choiceSchool.length);
  checkOffsets('groupStart', market.groupStart, schools, groups);
  checkLength('choicePriority', market.choicePriority, market.choiceSchool.length);
  checkLength('traits', market.traits, applicants);
  checkLength('kind', market.kind, applicants);
  for (const name of ['groupOnly', 'groupFirst', 'groupRule', 'groupLottery'] as const) {
    checkLength(name, market[name], groups);
  }
  checkLength('groupMost', market.groupMost, groups * kinds);
  checkWithin('choiceSchool', market.choiceSchool, 0, schools - 1);
  checkWithin('choicePriority', market.choicePriority, 0, mostPriority);
  checkWithin('kind', market.kind, 0, kinds - 1);
  checkWithin('groupSeats', market.groupSeats, 0, 2 ** 30);
  checkWithin('groupLottery', market.groupLottery, 0, market.lotteries.length - 1);
  checkWithin('groupMost', market.groupMost, -1, 2 ** 30);
  for (const lottery of market.lotteries) checkPermutation(lottery, applicants);
}

/** @throws RangeError where an applicant is in two families, or a joint choice is not among its member's choices. */
export function checkFamilies(market: Market, families: Families): void {
  const count = families.memberStart.length - 1;
  checkOffsets('memberStart', families.memberStart, count, families.member.length);
  checkLength('rowStart', families.rowStart, count + 1);
  checkLength('entryStart', families.entryStart, count + 1);
  checkWithin('member', families.member, 0, market.applicants - 1);
  if (new Set(families.member).size !== families.member.length) throw new RangeError('an applicant is in two families');
  let at = 0;
  for (let f = 0; f < count; f++) {
    const from = families.memberStart[f] as number;
    const size = (families.memberStart[f + 1] as number) - from;
    const rows = (families.rowStart[f + 1] as number) - (families.rowStart[f] as number);
    if (families.entryStart[f] !== at || rows < 0)
      throw new RangeError(`the joint choices of family ${f} are misplaced`);
    for (let k = 0; k < rows * size; k++) {
      const entry = families.rowEntry[at + k] as number;
      const i = families.member[from + (k % size)] as number;
      if (entry === -1) continue;
      if (entry < (market.choiceStart[i] as number) || entry >= (market.choiceStart[i + 1] as number)) {
        throw new RangeError(`a joint choice of family ${f} is not among the choices of its member`);
      }
    }
    at += rows * size;
  }
  checkLength('rowEntry', families.rowEntry, at);
}

function checkLength(name: string, array: ArrayLike<number>, length: number): void {
  if (array.length !== length) throw new RangeError(`${name} has ${array.length} entries: must have ${length}`);
}

function checkOffsets(name: string, start: Int32Array, count: number, end: number): void {
  checkLength(name, start, count + 1);
  if (start[0] !== 0 || start[count] !== end) throw new RangeError(`${name} must run from 0 to ${end}`);
  for (let i = 0; i < count; i++) {
    if ((start[i + 1] as number) < (start[i] as number)) throw new RangeError(`${name} falls at ${i}`);
  }
}

function checkWithin(name: string, array: Int32Array | Uint16Array, least: number, most: number): void {
  for (let i = 0; i < array.length; i++) {
    const value = array[i] as number;
    if (value < least || value > most) throw new RangeError(`${name}[${i}] is ${value}: must be ${least} to ${most}`);
  }
}

function checkPermutation(rank: Uint32Array, count: number): void {
  checkLength('a lottery', rank, count);
  const seen = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const value = rank[i] as number;
    if (value >= count || seen[value] === 1)
      throw new RangeError('a lottery must give each applicant its own rank from 0');
    seen[value] = 1;
  }
}
