import { z } from 'zod';

const id = z.string().min(1).max(100);
const amount = z.number().min(0).max(1e12);
const point = { lng: z.number().min(-180).max(180).optional(), lat: z.number().min(-90).max(90).optional() };
/** A way in metres that is known better than the straight line; `null` = there is none. */
const way = z.strictObject({ from: id, to: id, metres: amount.nullable() });

/** What `seats site` reads: where children are, where a school could be, and what is asked. */
export const sitingFile = z.strictObject({
  /** Least way to the nearest; least way within seats; least cost of building and way within seats; most children reached. */
  goal: z.enum(['way', 'wayWithinSeats', 'costWithinSeats', 'reach']),
  places: z
    .array(z.strictObject({ id, name: z.string().optional(), children: amount, ...point }))
    .min(1)
    .max(20_000),
  sites: z
    .array(
      z.strictObject({
        id,
        name: z.string().optional(),
        seats: amount.optional(),
        existing: z.boolean().optional(),
        costFen: amount.optional(),
        ...point,
      }),
    )
    .min(1)
    .max(2_000),
  /** Most sites that are open, existing ones among them. */
  open: z.int().min(1).optional(),
  budgetFen: amount.optional(),
  limitMetres: amount.optional(),
  /** What one child's metre costs, for `costWithinSeats`. */
  fenPerChildMetre: amount.optional(),
  /** Straight lines times this are the way, where none is listed. */
  detour: z.number().min(1).max(5).optional(),
  ways: z.array(way).optional(),
});
export type SitingFile = z.infer<typeof sitingFile>;

/** What `seats zone` reads: units with their neighbours, schools with seats, today's zones. */
export const zoningFile = z.strictObject({
  units: z
    .array(
      z.strictObject({
        id,
        name: z.string().optional(),
        children: amount,
        neighbours: z.array(id),
        /** The school whose zone it is today, and the one it must stay with. */
        today: id.optional(),
        pinned: id.optional(),
        ...point,
      }),
    )
    .min(1)
    .max(20_000),
  schools: z
    .array(
      z.strictObject({
        id,
        name: z.string().optional(),
        unit: id,
        seats: amount,
        least: amount.optional(),
        ...point,
      }),
    )
    .min(1)
    .max(500),
  /** How many metres of way a child is worth who changes its school. */
  moveMetres: amount.optional(),
  detour: z.number().min(1).max(5).optional(),
  ways: z.array(way).optional(),
});
export type ZoningFile = z.infer<typeof zoningFile>;
