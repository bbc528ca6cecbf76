// Opens a look-back (部署回头看) over whoever was lifted in a year in a region: the list is frozen with its hash, a case a household.
import { createHash } from 'node:crypto';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { subtreeOf } from '#platform/vocabulary/region';
import { checkText } from '../household/codes.rules';
import { packHolding } from '../rule-pack/rule-pack.loader';
import { LookBack } from './look-back.entity';
import type { OpenLookBackInput } from './look-back.input';
import { lookBackPackKind } from './look-back-pack.rules';
import { lookBackRefusals as refusals } from './look-back-refusals.rules';

/** Lifted in that year: lifted at its end, and not at the end of the year before. Who was removed since is no longer there to be visited. */
const liftedIn = `
select h.id, h.region_id as "regionId", h.path from households.household h
cross join lateral (select s.state from households.household_state s where s.household_id = h.id and s.year <= $3
  order by s.year desc, s.ordinal desc limit 1) then_
left join lateral (select s.state from households.household_state s where s.household_id = h.id and s.year < $3
  order by s.year desc, s.ordinal desc limit 1) before on true
where h.path >= $1 collate "C" and h.path < $2 collate "C" and h.state <> 'removed' and then_.state like 'lifted%'
  and before.state is not null and before.state not like 'lifted%'
order by h.id`;

const otherwise = `
select l.title, count(*)::int as count from (${liftedIn}) h join households.look_back_case c on c.household_id = h.id
join households.look_back l on l.id = c.look_back_id where c.state in ('to-check', 'problem', 'fixed') group by l.id order by count desc limit 1`;

const insertCases = `
insert into households.look_back_case (id, look_back_id, household_id, region_id, path, state)
select c.id, $1, c.household_id, c.region_id, c.path, 'to-check'
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) c(id, household_id, region_id, path)`;

export async function openLookBack({ caller, inScope }: Context, input: OpenLookBackInput): Promise<string> {
  const { regionId, year, visitUntil, recheckUntil, closeUntil } = input;
  const path = isId(regionId) ? await inScope.pathWithin(regionId) : null;
  const { personId } = caller;
  if (path === null || personId === null) throw commonRefusals.notFound({ what: '地区 region' });
  const title = checkText(input.title, 'title', 2, 100);
  const documentNumber = checkText(input.documentNumber, 'documentNumber', 4, 100);
  const opens = inScope.write({ action: 'openLookBack', facts: { regionId, year } }, async (rows) => {
    const openedAt = await rows.now();
    const today = beijingDay(openedAt);
    if (visitUntil < today || recheckUntil < visitUntil || closeUntil < recheckUntil)
      throw invalidInput(
        'visitUntil',
        '核查、复核、销号日期须依次，且不早于今天',
        'the three days come in order, none before today',
      );
    const { lo, hi } = subtreeOf(path);
    const listed = await rows.query<{ id: string; regionId: string; path: string }>(liftedIn, [lo, hi, year]);
    if (listed.length === 0) throw refusals.lookBackEmpty({ year });
    const { pack, hash } = await packHolding(rows, lookBackPackKind, today, refusals.lookBackPackMissing);
    const id = newId();
    rows.deed.target = id;
    const days = { visitUntil, recheckUntil, closeUntil };
    const listHash = createHash('sha256')
      .update(listed.map((each) => each.id).join(','))
      .digest('hex');
    const frozen = { households: listed.length, listHash, packName: pack.name, packHash: hash };
    const opened = {
      id,
      regionId,
      path,
      year,
      title,
      documentNumber,
      ...days,
      ...frozen,
      openedBy: personId,
      openedAt,
    };
    await rows.manager.insert(LookBack, opened);
    const column = <T>(of: (each: (typeof listed)[number]) => T) => listed.map(of);
    await rows.query(insertCases, [
      id,
      column(() => newId()),
      column((each) => each.id),
      column((each) => each.regionId),
      column((each) => each.path),
    ]);
    return id;
  });
  return opens.catch(async (error) => {
    const broken = brokenConstraint(error);
    if (broken === 'look_back_one_open') throw refusals.lookBackOpen({ year });
    if (broken === 'look_back_case_one_at_a_time') throw await elsewhere(inScope, path, year);
    throw error;
  });
}

/** Which other look-back has households of the list; above or below, whoever opens sees it. */
async function elsewhere(inScope: Context['inScope'], path: string, year: number) {
  const { lo, hi } = subtreeOf(path);
  const [found] = await inScope.read(({ query }) => query<{ title: string; count: number }>(otherwise, [lo, hi, year]));
  return refusals.lookBackElsewhere(found ?? { title: '', count: 0 });
}
