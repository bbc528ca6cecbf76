// Lays out the province around Laiwu: sixteen more cities with their districts, zones, towns and villages, in the same managing tree.
import type { Step } from '../grow-province';

/** Of Shandong before January 2019; below them, names are numbers. */
const cities = [
  '济南',
  '青岛',
  '淄博',
  '枣庄',
  '东营',
  '烟台',
  '潍坊',
  '济宁',
  '泰安',
  '威海',
  '日照',
  '临沂',
  '德州',
  '聊城',
  '滨州',
  '菏泽',
];
/** Laiwu is the twelfth by its code. */
const codes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17].map((at) => `37${String(at).padStart(2, '0')}00`);

/** 137 districts of the province less Laiwu's two; a zone a city comes on top, as in Laiwu. */
const DISTRICTS = 135;

const label = (place: string) => `lpad((${place})::text, 4, '0') || '/'`;

/** Shares `total` out by weights, exactly: the difference of the rounded sums before and after each. */
const shareOf = (total: string, weight: string, order: string) =>
  `((${total}) * sum(${weight}) over (order by ${order}) / sum(${weight}) over ()
   - (${total}) * (sum(${weight}) over (order by ${order}) - (${weight})) / sum(${weight}) over ())::int`;
/** `sum` of integers is a bigint and its division rounds down, so that the parts add up. */

export const layRegions =
  ({ towns, villages }: { towns: number; villages: number }): Step =>
  async (run) => {
    await run(
      `create temp table p_city on commit drop as
       select n::int, pg_temp.key_id('region/' || code) as id, name || '市' as name, code,
         (select path from organisation.region where kind = 'province') || ${label('n + 1')} as path
       from unnest($1::text[], $2::text[]) with ordinality as c(name, code, n)`,
      [cities, codes],
    );
    await run(`
      create temp table p_county on commit drop as
      with given as (
        select c.n as city, c.code as city_code, c.path as city_path, c.name as city_name, k, count(*) over (partition by c.n) as many
        from p_city c, generate_series(1, ${DISTRICTS} / 16 + (c.n <= ${DISTRICTS} % 16)::int + 1) k
      )
      select row_number() over (order by city, k)::int as n, city, k = many as is_zone, city_path || ${label('k')} as path,
        pg_temp.key_id('region/' || city_code || '/' || k) as id,
        case when k = many then '开发区' else '第' || k || '区' end as name,
        case when k < many then left(city_code, 4) || lpad((k + 1)::text, 2, '0') end as code,
        left(city_code, 4) || case when k < many then lpad((k + 1)::text, 2, '0') else '02' end as town_code
      from given`);
    await run(`
      create temp table p_town on commit drop as
      with shares as (
        select c.*, ${shareOf(String(towns), '8 + c.n * 37 % 9', 'c.n')} as many from p_county c
      ), given as (select s.*, k from shares s, generate_series(1, s.many) k)
      select row_number() over (order by g.n, k)::int as n, g.n as county, g.city, g.path || ${label('k')} as path,
        g.town_code || lpad((k + case when g.is_zone then 400 else 99 end)::text, 3, '0') as code,
        pg_temp.key_id('region/' || g.n || '/' || k) as id, '第' || k || '镇' as name,
        g.town_code as statistical
      from given g`);
    await run(`
      create temp table p_village on commit drop as
      with shares as (
        select t.*, ${shareOf(String(villages), '18 + t.n * 37 % 31', 't.n')} as many from p_town t
      ), given as (select s.*, k from shares s, generate_series(1, s.many) k)
      select row_number() over (order by g.n, k)::int as n, g.n as town, g.path || ${label('k')} as path,
        g.code || lpad((k + 199)::text, 3, '0') as code,
        pg_temp.key_id('region/' || g.code || '/' || k) as id, '第' || k || '村村委会' as name
      from given g`);
    const regions = (
      columns: string,
      from: string,
    ) => `insert into organisation.region (id, code, name, kind, parent_id, statistical_parent_id, path, valid_from)
      select ${columns}, (select min(valid_from) from organisation.region) from ${from}`;
    await run(
      regions(
        `c.id, c.code, c.name, 'city', p.id, p.id, c.path`,
        `p_city c, organisation.region p where p.kind = 'province'`,
      ),
    );
    await run(
      regions(
        `d.id, d.code, d.name, case when d.is_zone then 'zone' else 'district' end, c.id, case when d.is_zone then null else c.id end, d.path`,
        `p_county d join p_city c on c.n = d.city`,
      ),
    );
    await run(
      regions(
        `t.id, t.code, t.name, 'town', d.id, s.id, t.path`,
        `p_town t join p_county d on d.n = t.county join p_county s on s.code = t.statistical`,
      ),
    );
    await run(
      regions(`v.id, v.code, v.name, 'village', t.id, t.id, v.path`, `p_village v join p_town t on t.n = v.town`),
    );
    for (const subgraph of ['organisation', 'households', 'assessments', 'funds'])
      await run(`insert into ${subgraph}.scope (region_id, path, kind, epoch)
        select r.id, r.path, r.kind, (select max(epoch) from ${subgraph}.scope) from organisation.region r
        where not exists (select 1 from ${subgraph}.scope s where s.region_id = r.id)`);
  };
