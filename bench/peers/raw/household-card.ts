// W2 of the peer RAW: the card of one household with its town's light and sums as one statement.
import { type RawStatement, TODAY, yuan } from './raw-statement';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const sums = `json_build_object(
  'allotted', ${yuan('lots.allotted')}, 'available', ${yuan('lots.available')}, 'reserved', ${yuan('paid.reserved')},
  'paid', ${yuan('paid.paid')}, 'returned', ${yuan('paid.returned')}, 'lines', paid.lines)`;

const town = `select jsonb_build_object('name', t.name, 'light', (
    select json_build_object('colour', l.colour, 'rank', l.rank, 'peers', l.peers) from assessments.light l
    where l.region_id = t.id and l.quarter = $3 and l.status = 'confirmed' order by l.confirmed_at desc limit 1
  )) || case when $4 then jsonb_build_object('funds', (select ${sums} from (
      select coalesce(-sum(b.amount) filter (where b.account = 'issued'), 0)::bigint as allotted,
        coalesce(sum(b.amount) filter (where b.account = 'available'), 0)::bigint as available
      from funds.allotment_line a join funds.balance b on b.lot_id = a.id
      where a.path >= t.path and a.path < left(t.path, -1) || '0' and a.year = $2
    ) lots cross join (
      select coalesce(sum(f.reserved), 0)::bigint as reserved, coalesce(sum(f.paid), 0)::bigint as paid,
        coalesce(sum(f.returned), 0)::bigint as returned, coalesce(sum(f.lines), 0)::int as lines
      from funds.village_funds f where f.path >= t.path and f.path < left(t.path, -1) || '0' and f.year = $2
    ) paid where t.path >= $5 and t.path < $6)) else '{}' end
  from organisation.region t where t.id = r.parent_id`;

const text = `
select json_build_object(
  'number', h.number, 'type', h.type, 'mainCause', h.main_cause, 'state', h.state, 'registeredOn', h.registered_on,
  'region', (select json_build_object('name', r.name, 'parent', (${town})) from organisation.region r where r.id = h.region_id),
  'members', (
    select json_agg(json_build_object('name', m.name, 'relation', m.relation, 'sex', m.sex, 'birthday', m.birthday, 'health', m.health)
      order by m.relation <> 'head', m.id)
    from households.member m where m.household_id = h.id
  ),
  'helper', (
    select json_build_object('name', person.name, 'unit', (
      select json_build_object('name', unit.name) from organisation.unit unit where unit.id = person.unit_id))
    from households.pairing g join organisation.person person on person.id = g.helper_id
    where g.household_id = h.id and g.valid_from <= ${TODAY} and (g.valid_to is null or g.valid_to > ${TODAY})
  ),
  'lastVisit', (
    select json_build_object('visitedOn', v.visited_on, 'met', v.met, 'measure', v.measure, 'content', v.content)
    from households.visit v where v.household_id = h.id order by v.visited_on desc, v.id desc limit 1
  ),
  'payments', (
    select coalesce(json_agg(json_build_object('purpose', l.purpose, 'amount', ${yuan('l.amount')}, 'returned', ${yuan('l.returned')},
      'state', l.state, 'paidOn', l.paid_on) order by l.paid_on nulls last, l.id), '[]')
    from funds.disbursement_line l where l.household_id = h.id and l.year = $2
  )
)::text as body
from households.household h where h.id = $1`;

export const householdCard: RawStatement = {
  text,
  async parametersOf({ id, year, quarter, sums: withSums }, { range }) {
    const known = typeof id === 'string' && UUID.test(id) ? id : null;
    return [known, year, quarter, withSums, range.lo, range.hi];
  },
};
