// Proposes which households go to a successor village (提出分村安置名单).
import { newId } from '#platform/database/new-id';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Resettlement } from './resettlement.entity';
import type { ResettlementInput } from './resettlement.input';
import { checkList, checkSuccessor, type Village } from './resettlement.rules';
import { resettlementRefusals as refusals } from './resettlement-refusals.rules';

const VILLAGES = `select s.region_id as "regionId", s.path, s.kind, s.origin_id as "originId", s.valid_from::text as "validFrom", ${TODAY}::text as today
  from households.scope s where s.region_id = any ($1::uuid[])`;
/** Villages that ended and whose rows lie where this one's do. */
const ENDED = 'select e.region_id as id from households.scope_ended e where e.path = $1';
const HERE = `select h.id from households.household h where h.id = any ($1::uuid[]) and h.region_id = $2 and h.path = $3 and h.state <> 'removed' order by h.id for update`;

export async function proposeResettlement(
  { caller, inScope }: Context<never>,
  { fromRegionId, toRegionId, householdIds, effectiveOn, documentNumber }: ResettlementInput,
): Promise<Resettlement> {
  const what = '村 village';
  for (const id of [fromRegionId, toRegionId])
    if (!isId(id) || (await inScope.pathWithin(id)) === null) throw commonRefusals.notFound({ what });
  const id = newId();
  try {
    return await inScope.write(
      { action: 'proposeResettlement', target: id, facts: { households: householdIds.length } },
      async (rows) => {
        const villages = await rows.query<Village & { today: string }>(VILLAGES, [[fromRegionId, toRegionId]]);
        const [from, to] = [fromRegionId, toRegionId].map((each) => villages.find(({ regionId }) => regionId === each));
        if (!from || !to) throw commonRefusals.notFound({ what });
        checkList({ householdIds, effectiveOn, documentNumber }, from.today);
        const ended = await rows.query<{ id: string }>(ENDED, [from.path]);
        checkSuccessor(to, [from.regionId, ...ended.map((each) => each.id)], effectiveOn);
        const here = await rows.query(HERE, [householdIds.filter(isId), from.regionId, from.path]);
        if (here.length < householdIds.length)
          throw refusals.householdElsewhere({ count: householdIds.length - here.length });
        const made = Object.assign(new Resettlement(), {
          id,
          regionId: from.regionId,
          path: from.path,
          toRegionId: to.regionId,
          toPath: to.path,
          effectiveOn,
          documentNumber: documentNumber.trim(),
          households: householdIds.length,
          proposedBy: caller.personId,
          proposedAt: await rows.now(),
          approvedBy: null,
          rejectedBy: null,
          decidedAt: null,
          remark: null,
        });
        await rows.manager.insert(Resettlement, made);
        await rows.query(
          `insert into households.resettled_household (resettlement_id, household_id, path, to_path) select $1, asked.id, $3, $4 from unnest($2::uuid[]) asked(id)`,
          [id, householdIds, from.path, to.path],
        );
        return made;
      },
    );
  } catch (error) {
    if (brokenConstraint(error) === 'resettled_household_once_waiting') throw refusals.householdListed();
    throw error;
  }
}
