// Asks households whether a person is entitled on a day: the question names one number and one day, the answer only what a stay needs.
import type { Context } from '#platform/graph/context';
import { refusals } from '../refusals';

export interface EntitledMember {
  memberId: string;
  householdId: string;
  nameMasked: string;
  regionId: string;
  path: string;
  tags: string[] | null;
  state: string | null;
  insured: string;
  version: string;
}

const QUESTION = `query($idNumber:String!,$day:CalendarDay!){
  memberForStay(idNumber:$idNumber,day:$day){memberId householdId nameMasked regionId path tags state insured version}
}`;

export async function getEntitledMember<T>(
  { ask }: Context<T>,
  idNumber: string,
  day: string,
): Promise<EntitledMember> {
  const { memberForStay: found } = await ask<{ memberForStay: EntitledMember | null }>('households', QUESTION, {
    idNumber,
    day,
  });
  // Uninsured is no reason to be turned away: the basic layer is nothing then, and the town has a task.
  if (!found?.tags || found.tags.length === 0) throw refusals.notEligible();
  return found;
}
