// What is refused about people stationed in villages (驻村): a code that is never renamed, and why, in Chinese and English.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const stationingRefusals = {
  stationedInVillages: refusal('STATIONED_IN_VILLAGES', '只能派驻到村', 'People are stationed in villages alone'),
  stationTaken: refusal(
    'STATION_TAKEN',
    '该村此角色已有在任者，或此人已在该村',
    'The village has somebody in this role now, or this person is stationed there already',
  ),
  stationEnded: refusal('STATION_ENDED', '该派驻已结束', 'This stationing has ended'),
  siteDayOfOther: refusal(
    'SITE_DAY_OF_OTHER',
    '驻村记录由本人登记，或由镇街代为登记',
    'Days on site are recorded by oneself, or by the town on somebody’s behalf',
  ),
  siteDayOutside: refusal(
    'SITE_DAY_OUTSIDE',
    '该日不在派驻期间，或晚于今日',
    'The day is not one of the stationing, or lies after today',
  ),
  siteDayRepeated: refusal(
    'SITE_DAY_REPEATED',
    '该日已有同类记录',
    'A record of this kind stands for that day already',
  ),
  siteDaySettled: refusal('SITE_DAY_SETTLED', '该记录已确认或已作废', 'This record is confirmed or struck already'),
  siteDayOwn: refusal(
    'SITE_DAY_OWN',
    '驻村记录须由本人、登记人及其代理关系以外的人确认',
    'Days on site are confirmed by somebody else than who was there, who recorded them, and whom these act for',
  ),
  nothingToConfirm: refusal(
    'NO_SITE_DAYS_TO_CONFIRM',
    '该月没有待确认的驻村记录',
    'No record of that month waits to be confirmed',
  ),
  exemptionOfOwnStation: refusal(
    'EXEMPTION_OF_OWN_STATION',
    '驻村人员不得决定本人的豁免',
    'Nobody decides on his own exemption',
  ),
} satisfies Record<string, RefusalMaker>;
