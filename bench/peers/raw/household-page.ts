// W1 of the peer RAW: the page of 50 households as one statement.
import { keysOf } from '#platform/database/page';
import { subtreeOf } from '#platform/vocabulary/region';
import { type RawStatement, TODAY, yuan } from './raw-statement';

const text = `
with page as materialized (
  select h.id, h.path, h.number, h.region_id from households.household h
  where h.path >= $1 and h.path < $2 and (h.path, h.number) > ($3, $4)
  order by h.path, h.number limit 51
), shown as materialized (select * from page order by path, number limit 50)
select json_build_object(
  'households', coalesce(json_agg(json_build_object(
    'number', s.number,
    'region', r.name,
    'members', m.list,
    'helper', h.one,
    'lastVisit', v.one,
    'payments', coalesce(p.list, '[]')
  ) order by s.path, s.number), '[]'),
  'hasNextPage', (select count(*) from page) > 50,
  'last', (select json_build_array(path, number) from shown order by path desc, number desc limit 1)
)::text as body
from shown s
left join organisation.region r on r.id = s.region_id
left join lateral (
  select json_agg(json_build_object('name', m.name, 'relation', m.relation) order by m.relation <> 'head', m.id) as list
  from households.member m where m.household_id = s.id
) m on true
left join lateral (
  select json_build_object('name', person.name, 'unit', unit.name) as one
  from households.pairing g join organisation.person person on person.id = g.helper_id
  left join organisation.unit unit on unit.id = person.unit_id
  where g.household_id = s.id and g.valid_from <= ${TODAY} and (g.valid_to is null or g.valid_to > ${TODAY})
) h on true
left join lateral (
  select json_build_object('visitedOn', v.visited_on, 'met', v.met, 'measure', v.measure) as one
  from households.visit v where v.household_id = s.id order by v.visited_on desc, v.id desc limit 1
) v on true
left join lateral (
  select json_agg(json_build_object('amount', ${yuan('l.amount')}, 'paidOn', l.paid_on) order by l.paid_on nulls last, l.id) as list
  from funds.disbursement_line l where l.household_id = s.id and l.year = $5
) p on true`;

export const householdPage: RawStatement = {
  text,
  async parametersOf({ after, regionId, year }, { range, pathOf }) {
    const place = typeof regionId === 'string' ? await pathOf(regionId) : null;
    const asked = place === null ? range : subtreeOf(place);
    const [path = '', number = ''] = keysOf(after as string | null, 2) ?? [];
    const lo = [asked.lo, range.lo, path].reduce((most, each) => (each > most ? each : most));
    const hi = asked.hi < range.hi ? asked.hi : range.hi;
    return [lo, hi, path, number, year];
  },
};
