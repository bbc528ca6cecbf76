// The manifest (清单) of a city: what a right answer to every sum over the managing tree is, counted without any database.
import { cardBatches } from './card-batches';
import { type City, generateCity } from './city';
import { postedBatches } from './posted-batches';

export interface RegionCounts {
  code: string | null;
  name: string;
  kind: string;
  path: string;
  households: number;
  people: number;
  visits: number;
  payments: number;
  /** fen as decimal text, since JSON has no bigint */
  paidFen: string;
  states2018: Record<string, number>;
}

export interface Manifest {
  city: Omit<RegionCounts, 'code' | 'name' | 'kind' | 'path'>;
  totals: Record<string, number>;
  /** every region of the managing tree, parents first */
  regions: RegionCounts[];
}

interface Sums {
  households: number;
  people: number;
  visits: number;
  payments: number;
  paidFen: bigint;
  states2018: Record<string, number>;
}

export function manifestOf(city: City): Manifest {
  const sums = new Map<string, Sums>(
    city.regions.map(({ id }) => [
      id,
      { households: 0, people: 0, visits: 0, payments: 0, paidFen: 0n, states2018: {} },
    ]),
  );
  const parents = new Map(city.regions.map(({ id, parentId }) => [id, parentId]));
  const villageOf = new Map(city.households.map(({ id, regionId }) => [id, regionId]));
  const count = (villageId: string | undefined, add: (sum: Sums) => void) => {
    for (let id: string | null = villageId ?? null; id !== null; id = parents.get(id) ?? null) {
      const sum = sums.get(id);
      if (sum) add(sum);
    }
  };
  const each = <T>(rows: Iterable<T>, village: (row: T) => string | undefined, add: (sum: Sums, row: T) => void) => {
    for (const row of rows) count(village(row), (sum) => add(sum, row));
  };
  each(
    city.households,
    (row) => row.regionId,
    (sum) => void sum.households++,
  );
  each(
    city.members,
    (row) => villageOf.get(row.householdId),
    (sum) => void sum.people++,
  );
  each(
    city.visits(),
    (row) => row.regionId,
    (sum) => void sum.visits++,
  );
  each(
    city.payments(),
    (row) => row.regionId,
    (sum, row) => {
      sum.payments += 1;
      sum.paidFen += row.amountFen;
    },
  );
  each(
    cardBatches(city, postedBatches(city)).flatMap(({ lines, failed }) => lines.filter((_, at) => at !== failed)),
    (row) => row.regionId,
    (sum, row) => {
      sum.payments += 1;
      sum.paidFen += row.fen;
    },
  );
  const present = city.states.filter((row) => row.year === 2018);
  each(
    present,
    (row) => villageOf.get(row.householdId),
    ({ states2018 }, row) => {
      states2018[row.state] = (states2018[row.state] ?? 0) + 1;
    },
  );
  const regions = city.regions.map(
    ({ id, code, name, kind, path }): RegionCounts => ({ code, name, kind, path, ...written(sums.get(id)) }),
  );
  const {
    code: _code,
    name: _name,
    kind: _kind,
    path: _path,
    ...ofCity
  } = regions.find((region) => region.kind === 'city') ?? regions[0] ?? empty();
  return { city: ofCity, totals: totalsOf(city), regions };
}

/** One region a line, so that a change shows in a diff. */
export function printManifest({ city, totals, regions }: Manifest): string {
  const lines = regions.map((region) => `    ${JSON.stringify(region)}`).join(',\n');
  return `{\n  "city": ${JSON.stringify(city)},\n  "totals": ${JSON.stringify(totals)},\n  "regions": [\n${lines}\n  ]\n}\n`;
}

function totalsOf(city: City): Record<string, number> {
  const {
    regions,
    units,
    persons,
    appointments,
    demoAccounts,
    pairings,
    allotments,
    batches,
    unitTasks,
    regionTasks,
    progress,
  } = city;
  const lists = {
    regions,
    units,
    persons,
    appointments,
    demoAccounts,
    pairings,
    allotments,
    batches,
    unitTasks,
    regionTasks,
    progress,
  };
  return Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, rows.length]));
}

function written(sum: Sums | undefined): Omit<RegionCounts, 'code' | 'name' | 'kind' | 'path'> {
  if (!sum) throw new Error('a region without a sum');
  const states2018 = Object.fromEntries(Object.entries(sum.states2018).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...sum, paidFen: sum.paidFen.toString(), states2018 };
}

function empty(): never {
  throw new Error('a city without regions has no manifest');
}

if (require.main === module) process.stdout.write(printManifest(manifestOf(generateCity())));
