// Loads one vintage of the national divisions (统计区划) in one transaction: the first whole, later ones as the changes that they are.
import type { Client } from 'pg';
import { copyRows } from '../load/copy-rows';
import { type DivisionFlaw, DivisionLists } from './read-divisions';

export interface Vintage {
  /** the day of which the lists tell */
  vintage: string;
  source: string;
}

export interface LoadedVintage {
  divisions: number;
  added: number;
  renamed: number;
  ended: number;
  /** this very vintage was loaded before, and nothing was done */
  known: boolean;
}

export class VintageRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly flaws: readonly DivisionFlaw[] = [],
    readonly flawCount = flaws.length,
  ) {
    super(message);
  }
}

/** `client` is the migrator's; rights of the graph do not reach these tables but for reading. */
export async function loadDivisions(
  client: Client,
  folder: string,
  { vintage, source }: Vintage,
): Promise<LoadedVintage> {
  await client.query('begin');
  try {
    await client.query('lock table organisation.division_vintage in exclusive mode');
    await client.query(STAGE);
    const lists = new DivisionLists(folder);
    await copyRows(client, 'division_staged (file, line, code, name, parent_code)', lists.copyLines());
    const known = await knownBefore(client, vintage, lists.sha256);
    if (known) {
      await client.query('rollback');
      return known;
    }
    await client.query('analyze division_staged');
    for (const flaw of (await client.query<DivisionFlaw>(FLAWS)).rows) {
      const [zh, en] = told[flaw.code as keyof typeof told];
      lists.tell(flaw.file, flaw.line, flaw.code, zh, en);
    }
    if (lists.flawCount > 0)
      throw new VintageRefused(
        'DIVISIONS_ILL',
        `${lists.flawCount} 行有误，均未载入 · ${lists.flawCount} rows are wrong, nothing was loaded`,
        lists.flaws,
        lists.flawCount,
      );
    await client.query(COMPARE);
    const { rows } = await client.query<Omit<LoadedVintage, 'known'>>(CLOSE, [vintage]);
    const loaded = rows[0] as Omit<LoadedVintage, 'known'>;
    await client.query(BEGIN, [vintage]);
    await client.query(LINK, [vintage]);
    await client.query(
      'insert into organisation.division_vintage (vintage, source, sha256, divisions, added, renamed, ended) values ($1, $2, $3, $4, $5, $6, $7)',
      [vintage, source, lists.sha256, loaded.divisions, loaded.added, loaded.renamed, loaded.ended],
    );
    await client.query('commit');
    return { ...loaded, known: false };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function knownBefore(client: Client, vintage: string, sha256: string): Promise<LoadedVintage | null> {
  const { rows } = await client.query<LoadedVintage & { same: boolean; later: boolean }>(
    `select divisions, added, renamed, ended, vintage = $1::date as same, sha256 = $2 as known, vintage > $1::date as later
     from organisation.division_vintage where vintage >= $1::date order by vintage`,
    [vintage, sha256],
  );
  const [same] = rows.filter((row) => row.same);
  if (same?.known) return same;
  if (same)
    throw new VintageRefused('VINTAGE_KNOWN', '该期已载入，内容不同 · this vintage is loaded with another content');
  if (rows.length > 0)
    throw new VintageRefused('VINTAGE_NOT_LATER', '已载入更晚的一期 · a later vintage is loaded already');
  return null;
}

const told = {
  DIVISION_REPEATED: ['代码重复', 'the code stands twice'],
  DIVISION_PARENT_UNKNOWN: ['没有其上级代码', 'the code above it is in no list'],
} as const;

const STAGE = `create temp table division_staged (file text, line int, code text collate "C", name text, parent_code text collate "C") on commit drop`;

const FLAWS = `
select r.file, r.line, 'DIVISION_REPEATED' as code
from (select s.file, s.line, row_number() over (partition by s.code order by s.file, s.line) as n from division_staged s) r where r.n > 1
union all
select s.file, s.line, 'DIVISION_PARENT_UNKNOWN' from division_staged s left join division_staged p on p.code = s.parent_code
where s.parent_code is not null and p.code is null order by 1, 2`;

/** What differs from the vintage before; of the first one that is everything. */
const COMPARE = `create temp table division_changed on commit drop as
select s.code, s.name, s.parent_code, p.code is not null as was
from division_staged s left join organisation.division p on p.code = s.code and p.valid_to is null
where p.code is null or (p.name, p.parent_code) is distinct from (s.name, s.parent_code)`;

/** What a code means no longer is closed at the vintage; what it means now begins there. */
const CLOSE = `
with ended as (
  update organisation.division d set valid_to = $1::date where d.valid_to is null and not exists (select 1 from division_staged s where s.code = d.code) returning 1
), closed as (
  update organisation.division d set valid_to = $1::date from division_changed c where c.was and d.code = c.code and d.valid_to is null
)
select (select count(*) from ended)::int as ended, (select count(*) from division_staged)::int as divisions,
  (select count(*) from division_changed where not was)::int as added, (select count(*) from division_changed where was)::int as renamed`;
const BEGIN = `insert into organisation.division (code, name, parent_code, valid_from) select code, name, parent_code, $1::date from division_changed`;

/** A new code succeeds an ended one of the same length and name in the same county, where both are the only ones. */
const LINK = `
with ended as (
  select left(o.code, 6) as area, length(o.code) as digits, o.name, min(o.code) as code from organisation.division o
  where o.valid_to = $1::date and length(o.code) > 6 and not exists (select 1 from organisation.division n where n.code = o.code and n.valid_from = $1::date)
  group by 1, 2, 3 having count(*) = 1
), added as (
  select left(n.code, 6) as area, length(n.code) as digits, n.name, min(n.code) as code from organisation.division n
  where n.valid_from = $1::date and length(n.code) > 6 and exists (select 1 from ended)
    and not exists (select 1 from organisation.division o where o.code = n.code and o.valid_to = $1::date)
  group by 1, 2, 3 having count(*) = 1
)
update organisation.division d set predecessor_code = e.code from added a join ended e using (area, digits, name)
where d.code = a.code and d.valid_from = $1::date`;
