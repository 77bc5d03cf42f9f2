// A process of its own: reads a city, places everybody, writes who sits where, prints its processor time in milliseconds.
// node place-city.ts CITY PLACEMENT
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { deferredAcceptance } from '#kernels/matching';
import type { InventedCity } from '#markets';

const [city = '', placement = ''] = process.argv.slice(2);
const { market, families } = deserialize(readFileSync(city)) as InventedCity;
writeFileSync(placement, serialize(deferredAcceptance(market, { families })));
const { user, system } = process.cpuUsage();
process.stdout.write(String(Math.round((user + system) / 1000)));
