// Decides on a duplicate (核定疑似重复): by the nearest superior of both households; what follows is asked of the town of one of them.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Duplicate, type DuplicateVerdict } from './duplicate.entity';
import { checkVerdict, type VerdictForm } from './duplicate.rules';
import { duplicateRefusals } from './duplicate-refusals.rules';

const WHAT = '疑似重复 duplicate';

export async function decideDuplicate(
  { caller, inScope }: Context,
  id: string,
  form: VerdictForm & { verdict: DuplicateVerdict },
): Promise<Duplicate> {
  checkId(id, WHAT);
  const path = caller.regionId && (await inScope.pathWithin(caller.regionId));
  try {
    return await inScope.write(
      { action: 'decideDuplicate', target: id, facts: { verdict: form.verdict } },
      async (rows) => {
        const pair = await rows.manager.findOneBy(Duplicate, { id });
        if (!pair) throw commonRefusals.notFound({ what: WHAT });
        const { asks, ...told } = checkVerdict(pair, form, path ?? '');
        const decision = { ...told, verdict: form.verdict, decidedBy: caller.personId, decidedAt: await rows.now() };
        await rows.manager.update(Duplicate, { id }, decision);
        if (asks)
          await rows.query(
            `insert into households.member_check (id, duplicate_id, member_id, household_id, region_id, path, asked, asked_by)
           select $1, $2, m.id, m.household_id, m.region_id, m.path, $4, $5 from households.member m where m.id = $3`,
            [newId(), id, asks.memberId, asks.asked, caller.personId],
          );
        return Object.assign(pair, decision);
      },
    );
  } catch (error) {
    if (brokenConstraint(error) === 'duplicate_decided_once') throw duplicateRefusals.duplicateDecided();
    throw error;
  }
}
