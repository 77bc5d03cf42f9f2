import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Rank, TurnQueue } from './turn-queue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Turns of so many milliseconds each, in the order in which they were had. */
function turns(queue: TurnQueue) {
  const had: string[] = [];
  const ask = async (name: string, rank: Rank, lastsMs: number) => {
    await queue.take(rank);
    had.push(name);
    await new Promise((resolve) => setTimeout(resolve, lastsMs));
    queue.give();
  };
  return { had, ask };
}
const queueByFakeClock = () => new TurnQueue(() => Date.now());

test('the front goes before work behind that came earlier, each in its own order', async () => {
  const queue = queueByFakeClock();
  const { had, ask } = turns(queue);
  const all = [
    ask('running', 'behind', 100),
    ask('thread 1', 'behind', 1),
    ask('thread 2', 'behind', 1),
    ask('page 1', 'front', 1),
    ask('page 2', 'front', 1),
  ];
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all(all);
  expect(had).toEqual(['running', 'page 1', 'page 2', 'thread 1', 'thread 2']);
});

test('between the statements of a page no work behind slips in', async () => {
  const queue = queueByFakeClock();
  const { had, ask } = turns(queue);
  const page = async () => {
    for (const name of ['a', 'b', 'c']) {
      await ask(name, 'front', 2);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  };
  const all = [page(), ask('thread', 'behind', 50)];
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all(all);
  expect(had).toEqual(['a', 'b', 'c', 'thread']);
});

test('work behind has its turn in the end, however busy the front is', async () => {
  const queue = queueByFakeClock();
  const { had, ask } = turns(queue);
  const pages = Array.from({ length: 100 }, (_, n) => ask(`page ${n}`, 'front', 10));
  const thread = ask('thread', 'behind', 10);
  await vi.advanceTimersByTimeAsync(2_000);
  await Promise.all([...pages, thread]);
  expect(had.indexOf('thread')).toBe(5);
});

test('idle is told when the last turn has ended', async () => {
  const queue = queueByFakeClock();
  const { ask } = turns(queue);
  const work = ask('page', 'front', 20);
  const told = vi.fn<() => void>();
  const idle = (async () => {
    await queue.idle();
    told();
  })();
  await vi.advanceTimersByTimeAsync(10);
  expect(told).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(20);
  await Promise.all([work, idle]);
  expect(told).toHaveBeenCalledOnce();
  await queue.idle();
});
