export { type OpenSite, planSites, type ServedPlace, type SitePlan } from './plan-sites.ts';
export { planZones, type ZonePlan } from './plan-zones.ts';
export { readShape } from './read-shape.ts';
export { type SitingFile, sitingFile, type ZoningFile, zoningFile } from './shapes.ts';
export type { Told } from './tell-broken.ts';
