// What PGR shows beside the tables: functions of the database, as somebody writes them who uses PostGraphile well.
import type { Client } from 'pg';
import { RAW_LOGIN, RAW_REGION } from '../raw/found-raw-roles';
import { TODAY } from '../raw/raw-statement';

export const PGR_SCHEMA = 'bench_pgr';

/** Each is one plain statement that answers a set, so that PostgreSQL plans it as a part of the query around it. */
const SQL = 'language sql stable parallel safe as';

/** Shown as plain lists, without the paging that nobody asks for here. */
const lists = [
  'household_members(households.household)',
  'household_helper(households.household)',
  'household_last_visit(households.household)',
  'household_payments(households.household, int)',
  'region_light(organisation.region, text)',
  'region_funds(organisation.region, int)',
];

const functions = `
create or replace function ${PGR_SCHEMA}.household_page(region uuid, after_path text, after_number text)
returns setof households.household ${SQL} $$
  select h.* from households.household h
  where h.path >= coalesce((select r.path from organisation.region r where r.id = region), '')
    and h.path < coalesce((select left(r.path, -1) || '0' from organisation.region r where r.id = region), '~')
    and h.path >= current_setting('scope.lo') and h.path < current_setting('scope.hi')
    and (h.path, h.number) > (coalesce(after_path, ''), coalesce(after_number, ''))
  order by h.path, h.number
$$;
create or replace function ${PGR_SCHEMA}.household_members(h households.household)
returns setof households.member ${SQL} $$
  select m.* from households.member m where m.household_id = h.id order by m.relation <> 'head', m.id
$$;
create or replace function ${PGR_SCHEMA}.household_helper(h households.household)
returns setof organisation.person rows 1 ${SQL} $$
  select person.* from households.pairing g join organisation.person person on person.id = g.helper_id
  where g.household_id = h.id and g.valid_from <= ${TODAY} and (g.valid_to is null or g.valid_to > ${TODAY})
$$;
create or replace function ${PGR_SCHEMA}.household_last_visit(h households.household)
returns setof households.visit rows 1 ${SQL} $$
  select v.* from households.visit v where v.household_id = h.id order by v.visited_on desc, v.id desc limit 1
$$;
create or replace function ${PGR_SCHEMA}.household_payments(h households.household, year int)
returns setof funds.disbursement_line ${SQL} $$
  select l.* from funds.disbursement_line l where l.household_id = h.id and l.year = household_payments.year
  order by l.paid_on nulls last, l.id
$$;
create or replace function ${PGR_SCHEMA}.region_light(r organisation.region, quarter text)
returns setof assessments.light rows 1 ${SQL} $$
  select l.* from assessments.light l
  where l.region_id = r.id and l.quarter = region_light.quarter and l.status = 'confirmed' order by l.confirmed_at desc limit 1
$$;
create or replace function ${PGR_SCHEMA}.region_funds(r organisation.region, year int)
returns setof ${PGR_SCHEMA}.region_sums rows 1 ${SQL} $$
  select lots.allotted, lots.available, paid.reserved, paid.paid, paid.returned, paid.lines from (
    select coalesce(-sum(b.amount) filter (where b.account = 'issued'), 0)::bigint as allotted,
      coalesce(sum(b.amount) filter (where b.account = 'available'), 0)::bigint as available
    from funds.allotment_line a join funds.balance b on b.lot_id = a.id
    where a.path >= r.path and a.path < left(r.path, -1) || '0' and a.year = region_funds.year
  ) lots cross join (
    select coalesce(sum(f.reserved), 0)::bigint as reserved, coalesce(sum(f.paid), 0)::bigint as paid,
      coalesce(sum(f.returned), 0)::bigint as returned, coalesce(sum(f.lines), 0)::int as lines
    from funds.village_funds f where f.path >= r.path and f.path < left(r.path, -1) || '0' and f.year = region_funds.year
  ) paid where r.path >= current_setting('scope.lo') and r.path < current_setting('scope.hi')
$$`;

export async function foundPgrSchema(migrator: Client): Promise<void> {
  await migrator.query(`drop schema if exists ${PGR_SCHEMA} cascade; create schema ${PGR_SCHEMA};
    create type ${PGR_SCHEMA}.region_sums as (allotted bigint, available bigint, reserved bigint, paid bigint, returned bigint, lines int);
    ${functions};
    ${lists.map((each) => `comment on function ${PGR_SCHEMA}.${each} is '@behavior -connection +list';`).join('\n')}
    grant usage on schema ${PGR_SCHEMA} to ${RAW_LOGIN}, ${RAW_REGION}`);
}
