// Answers how payees stand on the day of payment (发放日比对): removed households, members who died by the register or by a list of deaths.
import { isId } from '#platform/vocabulary/id';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { HouseholdsContext } from '../tools';
import type { PayeeStanding } from './payment-account.entity';

const MOST = 5000;

/** A match of the deaths counts once it is confirmed; until then it is a question. What was closed as unfounded is none. */
const STANDINGS = `select m.id as "memberId", h.state as "householdState",
    case when m.left_on is not null and exists (select 1 from households.fact_change c
      where c.member_id = m.id and c.field = 'household' and c.deed = 'leave' and c.reason = 'death' and c.valid_from = m.left_on) then m.left_on::text
      else (dead.verified_at at time zone 'Asia/Shanghai')::date::text end as "diedOn", dead.fact_sealed as sealed,
    exists (select 1 from households.comparison_match q where q.member_id = m.id and q.kind = 'death' and q.verdict is null) as "deathInQuestion"
  from households.member m join households.household h on h.id = m.household_id
  left join lateral (
    select d.verified_at, d.fact_sealed from households.comparison_match d where d.member_id = m.id and d.kind = 'death' and d.verdict = 'confirmed'
      and d.outcome is distinct from 'stands' order by d.id limit 1
  ) dead on true
  where m.id = any ($1::uuid[])`;

export async function payeeStandings(
  { inScope, tools: { personalData } }: HouseholdsContext,
  memberIds: readonly string[],
): Promise<PayeeStanding[]> {
  if (memberIds.length > MOST)
    throw invalidInput('memberIds', `一次至多 ${MOST} 人`, `at most ${MOST} members at once`);
  const found = await inScope.read(({ query }) =>
    query<PayeeStanding & { sealed: Buffer | null }>(STANDINGS, [memberIds.filter(isId)]),
  );
  return found.map(({ sealed, ...standing }) => ({
    ...standing,
    // The day that the list told is kept sealed until the match is closed.
    diedOn: standing.diedOn && sealed ? personalData.open(sealed) : standing.diedOn,
  }));
}
