import type { Ascent } from './ascend.ts';
import type { CapacitatedMedianProblem } from './problem.ts';
import { opened, type SiteNode, undecided } from './site-node.ts';

/**
 * The branch without pairs that its prices exclude (serving the customer there would raise the bound to `enough`), and, where an open
 * site serves its own place, without any other site for that place.
 */
export function excludePairs(
  problem: CapacitatedMedianProblem,
  bySite: Float64Array,
  node: SiteNode,
  { prices, values, selection, bound }: Ascent,
  enough: number,
): SiteNode {
  const { customers, sites, home } = problem;
  const banned = node.banned?.slice() ?? new Uint8Array(customers * sites);
  const worst = selection.taken > 0 ? (values[selection.order[selection.taken - 1] as number] as number) : 0;
  const base = bound - (selection.value - selection.countValue);
  for (let s = 0; s < sites; s++) {
    if (node.status[s] !== opened && node.status[s] !== undecided) continue;
    // opening a site that was not chosen pushes another one out at best
    const entry = (selection.part[s] as number) > 0 ? 0 : Math.max(0, (values[s] as number) - Math.max(0, worst));
    for (let c = 0; c < customers; c++) {
      const extra = (bySite[s * customers + c] as number) - (prices[c] as number);
      if (base + entry + Math.max(0, extra) >= enough && home?.[s] !== c) banned[c * sites + s] = 1;
    }
  }
  if (home !== undefined) {
    for (let s = 0; s < sites; s++) {
      const own = home[s] as number;
      if (node.status[s] !== opened || own === -1) continue;
      for (let other = 0; other < sites; other++) if (other !== s) banned[own * sites + other] = 1;
    }
  }
  return { ...node, banned };
}

/**
 * One branch for each site that may still serve a customer, of the customer with fewest such sites; none where a customer has no
 * site. Where every customer has one site left, that is a plan, offered if it keeps the capacities.
 */
export function splitCustomer(
  problem: CapacitatedMedianProblem,
  node: SiteNode,
  ascent: Ascent,
  offer: (plan: { readonly value: number; readonly open: readonly number[]; readonly site: Int32Array }) => void,
): readonly SiteNode[] | null {
  const { customers, sites, cost, demand, capacity } = problem;
  const site = new Int32Array(customers);
  let chosen = -1;
  let score = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < customers; c++) {
    let count = 0;
    for (let s = 0; s < sites; s++) {
      if (!isAllowed(node, problem, c, s)) continue;
      site[c] = s;
      count++;
    }
    if (count === 0) return null;
    if (count === 1) continue;
    // whom the prices serve twice or not at all tells most
    const own = 10 * Math.abs((ascent.served[c] as number) - 1) + (demand[c] as number) * 1e-6 - count;
    if (own > score) [chosen, score] = [c, own];
  }
  if (chosen === -1) {
    const open = Array.from({ length: sites }, (_, s) => s).filter((s) => node.status[s] === opened);
    const load = new Float64Array(sites);
    let value = 0;
    for (let c = 0; c < customers; c++) {
      const s = site[c] as number;
      load[s] = (load[s] as number) + (demand[c] as number);
      value += cost[c * sites + s] as number;
    }
    if (load.every((sum, s) => sum <= (capacity[s] as number) * (1 + 1e-12))) offer({ value, open, site });
    return null;
  }
  const children: SiteNode[] = [];
  for (let s = 0; s < sites; s++) {
    if (!isAllowed(node, problem, chosen, s)) continue;
    const banned = node.banned?.slice() ?? new Uint8Array(customers * sites);
    for (let other = 0; other < sites; other++) if (other !== s) banned[chosen * sites + other] = 1;
    children.push({ ...node, banned });
  }
  return children;
}

function isAllowed(node: SiteNode, { sites, cost }: CapacitatedMedianProblem, c: number, s: number): boolean {
  return node.status[s] === opened && !node.banned?.[c * sites + s] && cost[c * sites + s] !== Number.POSITIVE_INFINITY;
}
