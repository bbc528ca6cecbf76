// What households may refuse (拒绝): a code that is never renamed, and why, in Chinese and English.

import { fileRefusals } from '#platform/vocabulary/file-refusals';
import { packRefusals } from '#platform/vocabulary/pack-chain';
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const refusals = {
  ...packRefusals,
  ...fileRefusals,
  notAVillage: refusal(
    'NOT_A_VILLAGE',
    '贫困户须登记在村（居），此地区不是村（居）',
    'A household is registered in a village, and this region is none',
  ),
  headNotOne: refusal(
    'HEAD_NOT_ONE',
    '户主须有且仅有一人，现有 {heads} 人',
    'A household has exactly one head, {heads} were given',
  ),
  memberRepeated: refusal(
    'MEMBER_REPEATED',
    '同一户内身份证号重复：{field}',
    'An identity number stands twice in one household: {field}',
  ),
  visitInFuture: refusal(
    'VISIT_IN_FUTURE',
    '走访日期 {visitedOn} 晚于今天 {today}',
    'The visit of {visitedOn} lies after today, {today}',
  ),
  visitBeforePairing: refusal(
    'VISIT_BEFORE_PAIRING',
    '走访日期 {visitedOn} 早于结对之日 {from}',
    'The visit of {visitedOn} lies before the pairing of {from}',
  ),
  visitBeforeRegistration: refusal(
    'VISIT_BEFORE_REGISTRATION',
    '走访日期 {visitedOn} 早于登记之日 {from}',
    'The visit of {visitedOn} lies before the registration of {from}',
  ),
  notPaired: refusal('NOT_PAIRED', '您不是该户现任帮扶责任人', 'You are not the present helper of this household'),
  visitIdTaken: refusal(
    'VISIT_ID_TAKEN',
    '该走访标识已被使用，请换一个',
    'This id of a visit is taken, make another one',
  ),
  stateForbids: refusal(
    'HOUSEHOLD_STATE',
    '状态为“{fromZh}”的户不能改为“{toZh}”',
    'A household that is {from} cannot become {to}',
  ),
  stateYear: refusal(
    'HOUSEHOLD_STATE_YEAR',
    '状态年度须在 {earliest} 至 {latest} 之间',
    'The year of a state lies between {earliest} and {latest}',
  ),
  changedMeanwhile: refusal(
    'CHANGED_MEANWHILE',
    '该户刚被他人修改，请重新读取后再办理',
    'The household was changed by somebody else just now, read it again first',
  ),
} satisfies Record<string, RefusalMaker>;
