// Who asks in W4: an account a level and kind of scope, as the gateway would tell its caller.
import type { Client } from 'pg';
import { type Caller, type Post, scopeOfPost } from '#platform/vocabulary/caller';
import { type PathRange, subtreeOf } from '#platform/vocabulary/region';
import type { Size } from '../ground/prepare-database';

export interface ScopedCaller {
  /** `town` is Laiwu's Kouzhen in both sizes; `big …` are those of a city of full size, in S71 only */
  name: string;
  caller: Caller;
  path: string;
  range: PathRange;
  regionId: string;
  children: { id: string; path: string }[];
  /** a day on which most households of the caller had been visited and some not yet */
  visitedBefore: string;
  /** a helper with households in the caller's range */
  helperId: string;
  /** the household in the middle of the caller's, by path */
  middle: { path: string; number: string; id: string };
}

const accounts: Readonly<Record<Size, Readonly<Record<string, string>>>> = {
  S1: {
    city: 'city-director',
    district: 'district-laicheng',
    zone: 'zone-xueye',
    town: 'town-kouzhen',
    village: 'village-kouzhen',
    helper: 'helper-kouzhen',
    unit: 'unit-health',
  },
  S71: {
    city: 'city-director',
    district: 'district-laicheng',
    zone: 'zone-xueye',
    town: 'town-kouzhen',
    village: 'village-kouzhen',
    helper: 'helper-kouzhen',
    unit: 'unit-health',
    'big city': 'jinan-city',
    'big district': 'jinan-district',
    'big zone': 'jinan-zone',
    'big town': 'jinan-town',
    'big village': 'jinan-village',
    'big helper': 'jinan-helper',
  },
};

const HELD = `
select a.id as "appointmentId", a.person_id as "personId", a.post, a.level, a.unit_id as "unitId", u.line,
  null as "principalId", '{}'::uuid[] as "standsFor", coalesce(a.region_id, u.region_id) as "regionId", r.path, (select epoch from organisation.region_tree) as "regionEpoch",
  array(select household_id from households.pairing p where p.helper_id = a.person_id order by household_id) as "pairedHouseholds"
from organisation.account c join organisation.appointment a on a.person_id = c.person_id
left join organisation.unit u on u.id = a.unit_id left join organisation.region r on r.id = coalesce(a.region_id, u.region_id)
where c.name = $1`;

type Held = Omit<Caller, 'scope' | 'post'> & { post: Post; path: string; regionId: string; unitId: string | null };

export async function drawCallers(sql: Client, size: Size): Promise<ScopedCaller[]> {
  const drawn: ScopedCaller[] = [];
  for (const [name, account] of Object.entries(accounts[size])) {
    const { rows } = await sql.query<Held>(HELD, [account]);
    const held = rows[0];
    if (!held) throw new Error(`${account} is appointed to nothing`);
    const { path, ...rest } = held;
    const scope = scopeOfPost[held.post];
    const range = subtreeOf(path);
    const inside = scope === 'paired' ? 'h.id = any($1::uuid[])' : `h.path >= $1 and h.path < $2`;
    const bounds = scope === 'paired' ? [held.pairedHouseholds] : [range.lo, range.hi];
    const middle = await sql.query<ScopedCaller['middle'] & { helperId: string; day: string }>(
      `with inside as (select h.id, h.path, h.number from households.household h where ${inside}),
         last as (select max(v.visited_on) as day from inside h join households.visit v on v.household_id = h.id group by h.id)
       select h.id, h.path, h.number, p.helper_id as "helperId",
         (select percentile_disc(0.03) within group (order by day)::text from last) as day
       from inside h join households.pairing p on p.household_id = h.id order by h.path, h.number
       offset (select count(*) / 2 from inside) limit 1`,
      bounds,
    );
    const found = middle.rows[0];
    if (!found) throw new Error(`${account} has no household to ask about`);
    const children = await sql.query<{ id: string; path: string }>(
      'select id, path from organisation.region where parent_id = $1 order by path',
      [held.regionId],
    );
    const { helperId, day, ...place } = found;
    const caller: Caller = { ...rest, scope, sessionId: null, operationId: 'bench', address: null, service: null };
    drawn.push({
      name,
      caller,
      path,
      range,
      regionId: held.regionId,
      children: children.rows,
      visitedBefore: day,
      helperId,
      middle: place,
    });
  }
  return drawn;
}
