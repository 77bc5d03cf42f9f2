import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readSeatsPolicy, Seats, type SeatsDoors } from '#modules/seats';
import { policiesFolder } from './places.ts';

/** Seats over the registry, with the numbers of `policies/seats.yaml`. */
export async function openSeats(doors: Omit<SeatsDoors, 'policy'>): Promise<Seats> {
  const policy = readSeatsPolicy(await readFile(path.join(policiesFolder, 'seats.yaml'), 'utf8'));
  return new Seats({ ...doors, policy });
}
