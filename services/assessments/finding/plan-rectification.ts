// The lead unit says who puts a finding right, how and by when (整改方案).
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { Finding } from './finding.entity';
import type { PlanRectificationInput } from './finding.input';
import { checkLeadUnit, checkReady } from './finding.rules';
import { moveFinding } from './move-finding';

const PERSON = 'query($id: ID!) { person(id: $id) { id } }';

export async function planRectification(context: Context, input: PlanRectificationInput): Promise<Finding> {
  const { id, responsibleId, measures, plannedOn } = input;
  refusePersonalNumbers('measures', measures);
  const { person } = isId(responsibleId)
    ? await context.ask<{ person: { id: string } | null }>('organisation', PERSON, { id: responsibleId })
    : { person: null };
  if (!person) throw commonRefusals.notFound({ what: '人员 person' });
  return moveFinding(context, 'planRectification', id, (finding, { today, officer }) => {
    checkLeadUnit(finding, officer);
    checkReady(finding, 'rectifying');
    if (plannedOn < today)
      throw invalidInput('plannedOn', '计划日期不能早于今天', 'the planned day is not before today');
    return { to: 'rectifying', change: { responsibleId: person.id, measures, plannedOn }, remark: measures };
  });
}
