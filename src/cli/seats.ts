import type { Command } from 'commander';
import { addSeatsLoad } from './seats-load.ts';
import { addSeatsLocate } from './seats-locate.ts';
import { addSeatsProject } from './seats-project.ts';
import { addSeatsSite } from './seats-site.ts';
import { addSeatsZone } from './seats-zone.ts';

/** `seats …`: the questions of places at school. */
export function addSeats(program: Command): void {
  const seats = program.command('seats').description('how many places at school, and where · 学位');
  for (const add of [addSeatsProject, addSeatsSite, addSeatsZone, addSeatsLocate, addSeatsLoad]) add(seats);
}
