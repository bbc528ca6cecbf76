// What was known of a household at a moment about a day (彼时所知): facts, state and members, as when something was decided or paid.
import type { Context } from '#platform/graph/context';
import { factsOfHousehold, factsOfMember, HOUSEHOLD_WITH_LIVING } from './facts.query';
import { type Sees, shownFacts, type Told } from './facts.rules';
import type { HouseholdThen } from './household-then.entity';

interface Known {
  since: Date | null;
  facts: Told;
  state: string | null;
  stateYear: number | null;
}

const HOUSEHOLD = `select (select min(s.decided_at) from households.household_state s where s.household_id = h.id) as since,
    ${factsOfHousehold} || households.told_of(h.id, null, $2::date, $3::timestamptz) as facts, y.state, y.year as "stateYear"
  from ${HOUSEHOLD_WITH_LIVING}
  left join lateral (select s.state, s.year from households.household_state s where s.household_id = h.id
    and s.year <= extract(year from $2::date) and s.decided_at <= $3::timestamptz order by s.year desc, s.ordinal desc limit 1) y on true
  where h.id = $1`;

/** Whoever belongs to it today, or ever came into it or left it. */
const MEMBERS = `select m.id, x.facts from households.member m
  cross join lateral (select ${factsOfMember} || households.told_of(null, m.id, $2::date, $3::timestamptz) as facts) x
  where (m.household_id = $1 or m.id in (select c.member_id from households.fact_change c
      where c.field = 'household' and (c.before = to_jsonb($1::text) or c.after = to_jsonb($1::text))))
    and x.facts ->> 'household' = $1::text
  order by x.facts ->> 'relation' <> 'head', m.id`;

/** null when it was not known by then, or not registered yet on that day. */
export async function householdAsOf(
  { inScope }: Context,
  householdId: string,
  on: string,
  knownAt: Date,
  sees: Sees,
): Promise<HouseholdThen | null> {
  const asked = [householdId, on, knownAt];
  const [[known], members] = await Promise.all([
    inScope.read(({ query }) => query<Known>(HOUSEHOLD, asked)),
    inScope.read(({ query }) => query<{ id: string; facts: Told }>(MEMBERS, asked)),
  ]);
  if (!known?.since || known.since > knownAt || String(known.facts.registeredOn) > on) return null;
  const { state, stateYear } = known;
  const ofMembers = members.map(({ id, facts }) => ({ id, facts: shownFacts(sees, 'member', facts) }));
  return { on, knownAt, state, stateYear, facts: shownFacts(sees, 'household', known.facts), members: ofMembers };
}
