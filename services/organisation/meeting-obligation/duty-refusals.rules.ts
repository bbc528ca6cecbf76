// What is refused about outings and exemptions of regions (履职登记): a code that is never renamed, and why, in Chinese and English.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const dutyRefusals = {
  notYourRegion: refusal(
    'NOT_YOUR_REGION',
    '只能登记本地区的事项',
    'Only what your own region does or owes is recorded by you',
  ),
  outingNotHere: refusal('OUTING_NOT_HERE', '{region} 不组织 {kind}', 'A {region} does not hold a {kind}'),
  outingRepeated: refusal(
    'OUTING_REPEATED',
    '该地区当日已登记同类活动',
    'An outing of this kind is recorded for this region and day already',
  ),
  outingConfirmed: refusal('OUTING_CONFIRMED', '该活动已确认', 'This outing is confirmed already'),
  outingOwn: refusal(
    'OUTING_OWN',
    '活动须由登记人以外的人确认',
    'An outing is confirmed by somebody else than who recorded it',
  ),
  exemptionAbove: refusal(
    'EXEMPTION_ABOVE',
    '本地区的豁免由上级决定',
    'What a region owes is exempted by a region above it',
  ),
} satisfies Record<string, RefusalMaker>;
