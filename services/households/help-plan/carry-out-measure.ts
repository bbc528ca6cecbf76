// Tells what a measure brought (登记措施成效): of an approved plan, signed by a member of the household, with the signed page.
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { checkId, isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { HouseholdsContext } from '../tools';
import type { MeasureResultInput } from './help-plan.input';
import { checkResult } from './help-plan.rules';
import { helpPlanRefusals as refusals } from './help-plan-refusals.rules';

interface Ground {
  householdId: string;
  regionId: string;
  path: string;
  outcome: string | null;
  isDone: boolean;
}

const GROUND = `select m.household_id as "householdId", m.region_id as "regionId", m.path, p.outcome,
  exists (select 1 from households.measure_result r where r.measure_id = m.id) as "isDone"
  from households.help_measure m join households.help_plan p on p.id = m.plan_id where m.id = $1`;

export async function carryOutMeasure(context: HouseholdsContext, input: MeasureResultInput): Promise<string> {
  const { caller, inScope } = context;
  const what = '帮扶措施 measure';
  const { measureId: id, signedBy } = input;
  checkId(id, what);
  const evidence = await ownEvidence(context as never, 'households', input.evidenceIds);
  return inScope.write({ action: 'carryOutMeasure', target: id }, async (rows) => {
    const [ground] = await rows.query<Ground>(GROUND, [id]);
    if (!ground) throw commonRefusals.notFound({ what });
    const today = beijingDay(await rows.now());
    const { carriedOn, effect } = checkResult(input, { ...ground, today, evidence: evidence.length });
    if (!isId(signedBy)) throw refusals.measureUnsigned();
    const { householdId, regionId, path } = ground;
    await rows
      .query(
        `insert into households.measure_result (measure_id, household_id, region_id, path, carried_on, effect, signed_by, carried_by, carried_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
        [id, householdId, regionId, path, carriedOn, effect, signedBy, caller.personId],
      )
      .catch((error: unknown) => {
        const broken = brokenConstraint(error);
        if (broken === 'measure_result_pkey') throw refusals.measureDone();
        if (broken === 'measure_result_signed_in_household') throw refusals.measureUnsigned();
        throw error;
      });
    const subject = { kind: 'help-measure', id, householdId, regionId, path };
    await attachEvidence(rows, 'households', evidence, caller.personId ?? '', subject);
    return id;
  });
}
