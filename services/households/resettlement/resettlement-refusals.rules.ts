// What is refused of resettling households after a village was split (分村安置): a code that is never renamed, and why.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const resettlementRefusals = {
  notItsSuccessor: refusal(
    'NOT_ITS_SUCCESSOR',
    '目标村不是由原村分立的村，或当日尚未设立',
    'The village is not one that was split off from there, or was not founded by that day',
  ),
  householdElsewhere: refusal(
    'HOUSEHOLD_ELSEWHERE',
    '名单中有 {count} 户不在原村，或已剔除',
    '{count} households of the list are not in that village, or were removed',
  ),
  householdListed: refusal(
    'HOUSEHOLD_LISTED',
    '名单中的户已列入另一份待决定的名单',
    'A household of the list is on another list that waits',
  ),
  resettlementDecided: refusal('RESETTLEMENT_DECIDED', '该名单已有决定', 'This list was decided already'),
  resettlementOwn: refusal(
    'RESETTLEMENT_OWN',
    '名单须由提出人以外的人批准',
    'A list is approved by somebody else than who proposed it',
  ),
} satisfies Record<string, RefusalMaker>;
