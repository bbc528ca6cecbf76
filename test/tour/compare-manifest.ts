// Compares the graph with the manifest, which was counted without any database; what was paid since the city was loaded is added to it.
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import { POSTED_PREFIX } from './choose-payment';
import { type RegionSums, regionsOfKind, sumsOfRegion } from './region-sums';
import type { TourClient } from './tour-client';
import { as, regionOf, type TourGuide, YEAR } from './tour-guide';

interface Paid {
  documentNumber: string;
  total: string;
  lineCount: number;
  /** null while it is not paid */
  paidOn: string | null;
  region: { id: string } | null;
}

interface Added {
  lines: number;
  fen: bigint;
}

const PAGE = `query($after: String) { disbursements(first: 200, year: ${YEAR}, after: $after) {
  edges { node { documentNumber total lineCount paidOn region { id } } } pageInfo { hasNextPage endCursor } } }`;

export async function compareManifest(guide: TourGuide): Promise<void> {
  const { record, manifest } = guide;
  record.begin('manifest', '与清单核对 · Compared with the manifest');
  const director = as(guide, 'city-director');
  const city = await sumsOfRegion(director, regionOf(guide, 'city-director').id);
  const managers = [...(await regionsOfKind(director, 'district')), ...(await regionsOfKind(director, 'zone'))];
  const towns = await regionsOfKind(director, 'town');
  // The city was loaded with what was paid in the year itself; whatever is paid on a running graph is paid later.
  const later = (await everyDisbursement(director)).filter(
    ({ paidOn }) => paidOn !== null && paidOn >= `${YEAR + 1}-01-01`,
  );
  const byTours = later.filter(({ documentNumber }) => documentNumber.startsWith(POSTED_PREFIX)).length;
  record.line(
    `装载之后支付 ${later.length} 批，其中装载时已公示的 ${byTours} 批 · ${later.length} disbursements were paid since the city was loaded, ${byTours} of those loaded as posted`,
  );
  record.figure('paidSince', { disbursements: later.length, byTours });

  const regions = [city, ...managers, ...towns];
  const parents = new Map(regions.map(({ id, parentId }) => [id, parentId]));
  const added = addedBy(later, parents);
  const rows: string[][] = [];
  for (const region of regions) {
    const counts = manifest.regions.find(
      (each) => each.kind === region.kind && each.name === region.name && each.code === region.code,
    );
    if (!counts) {
      record.check(`${region.name} 在清单中 · stands in the manifest`, false, region.name, '—');
      continue;
    }
    const more = added.get(region.id) ?? { lines: 0, fen: 0n };
    const expected = {
      households: counts.households,
      people: counts.people,
      lines: counts.payments + more.lines,
      paid: formatYuan(BigInt(counts.paidFen) + more.fen),
      states: inOrder(counts.states2018),
    };
    const found = foundOf(region);
    rows.push([
      region.name,
      String(found.households),
      String(found.people),
      String(counts.payments),
      `+${more.lines}`,
      found.paid,
    ]);
    record.same(`${region.name} 与清单一致 · agrees with the manifest`, expected, found);
  }
  record.figure('regions', rows);
  record.table(['地区 region', '户 households', '人 people', '清单笔数 lines', '其后 since', '已支付 paid'], rows);
}

function foundOf({ households, people, lines, paid, states }: RegionSums) {
  return { households, people, lines, paid: formatYuan(paid), states: inOrder(states) };
}

function inOrder(states: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(states)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Each payment counts for the town that applied and for everything above it. */
function addedBy(paid: readonly Paid[], parents: ReadonlyMap<string, string | null>): Map<string, Added> {
  const added = new Map<string, Added>();
  for (const { region, lineCount, total } of paid)
    for (let id = region?.id ?? null; id !== null; id = parents.get(id) ?? null) {
      const { lines, fen } = added.get(id) ?? { lines: 0, fen: 0n };
      added.set(id, { lines: lines + lineCount, fen: fen + parseYuan(total) });
    }
  return added;
}

async function everyDisbursement(client: TourClient): Promise<Paid[]> {
  type Page = { edges: { node: Paid }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  const found: Paid[] = [];
  for (let after: string | null = null; ; ) {
    const { disbursements }: { disbursements: Page } = await client.get(PAGE, { after });
    found.push(...disbursements.edges.map(({ node }) => node));
    if (!disbursements.pageInfo.hasNextPage) return found;
    after = disbursements.pageInfo.endCursor;
  }
}
