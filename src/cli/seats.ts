import type { Command } from 'commander';
import { addSeatsProject } from './seats-project.ts';

/** `seats project …`: the questions of places at school, on files alone. */
export function addSeats(program: Command): void {
  const seats = program.command('seats').description('how many places at school, and where · 学位');
  for (const add of [addSeatsProject]) add(seats);
}
