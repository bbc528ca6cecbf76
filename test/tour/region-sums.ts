// The sums of regions as the graph tells them, and how they are added, subtracted and shown.
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import type { TourClient } from './tour-client';
import { YEAR } from './tour-guide';

export interface RegionSums {
  id: string;
  code: string | null;
  name: string;
  kind: string;
  parentId: string | null;
  households: number;
  people: number;
  states: Record<string, number>;
  lines: number;
  allotted: bigint;
  available: bigint;
  reserved: bigint;
  paid: bigint;
  returned: bigint;
}

interface Told {
  id: string;
  code: string | null;
  name: string;
  kind: string;
  parent: { id: string } | null;
  householdSummary: { byState: { state: string; households: number; people: number }[] };
  funds: Record<'allotted' | 'available' | 'reserved' | 'paid' | 'returned', string> & { lines: number };
}

const FIELDS = `id code name kind parent { id }
  householdSummary(year: ${YEAR}) { byState { state households people } }
  funds(year: ${YEAR}) { allotted available reserved paid returned lines }`;

/** All regions of a kind below one; a kind of which there are more than a page is not asked for. */
export async function regionsOfKind(client: TourClient, kind: string): Promise<RegionSums[]> {
  const query = `query($kind: RegionKind) { regions(kind: $kind, first: 100) { edges { node { ${FIELDS} } } } }`;
  const { regions } = await client.get<{ regions: { edges: { node: Told }[] } }>(query, { kind });
  return regions.edges.map(({ node }) => sumsOf(node));
}

export async function childrenOf(client: TourClient, regionId: string): Promise<RegionSums[]> {
  const query = `query($id: ID!) { region(id: $id) { children(first: 200) { edges { node { ${FIELDS} } } } } }`;
  const { region } = await client.get<{ region: { children: { edges: { node: Told }[] } } }>(query, { id: regionId });
  return region.children.edges.map(({ node }) => sumsOf(node));
}

export async function sumsOfRegion(client: TourClient, regionId: string): Promise<RegionSums> {
  const { region } = await client.get<{ region: Told }>(`query($id: ID!) { region(id: $id) { ${FIELDS} } }`, {
    id: regionId,
  });
  return sumsOf(region);
}

function sumsOf({ id, code, name, kind, parent, householdSummary: { byState }, funds }: Told): RegionSums {
  const total = (of: 'households' | 'people') => byState.reduce((sum, state) => sum + state[of], 0);
  return {
    id,
    code,
    name,
    kind,
    parentId: parent?.id ?? null,
    households: total('households'),
    people: total('people'),
    states: Object.fromEntries(byState.map(({ state, households }) => [state, households])),
    lines: funds.lines,
    allotted: parseYuan(funds.allotted),
    available: parseYuan(funds.available),
    reserved: parseYuan(funds.reserved),
    paid: parseYuan(funds.paid),
    returned: parseYuan(funds.returned),
  };
}

/** What adds up along the tree; money allotted to a district stands on no town, so it does not. */
export function additive(regions: readonly RegionSums[]): Record<string, string> {
  const count = (of: 'households' | 'people' | 'lines') => String(regions.reduce((sum, each) => sum + each[of], 0));
  const money = (of: 'reserved' | 'paid' | 'returned') => formatYuan(regions.reduce((sum, each) => sum + each[of], 0n));
  return {
    households: count('households'),
    people: count('people'),
    lines: count('lines'),
    reserved: money('reserved'),
    paid: money('paid'),
    returned: money('returned'),
  };
}

const moneyFields = ['available', 'reserved', 'paid', 'returned'] as const;
export type FundsChange = Record<(typeof moneyFields)[number], bigint> & { lines: number };

export function changeOf(before: RegionSums, after: RegionSums): FundsChange {
  const [available, reserved, paid, returned] = moneyFields.map((field) => after[field] - before[field]) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  return { available, reserved, paid, returned, lines: after.lines - before.lines };
}

export function shownChange({ available, reserved, paid, returned, lines }: FundsChange): Record<string, string> {
  return {
    available: formatYuan(available),
    reserved: formatYuan(reserved),
    paid: formatYuan(paid),
    returned: formatYuan(returned),
    lines: String(lines),
  };
}
