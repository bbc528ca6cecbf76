// What the register (建档立卡) may refuse beyond a registration: changes out of time, and memberships that do not fit.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const registerRefusals = {
  changeOutOfTime: refusal(
    'CHANGE_OUT_OF_TIME',
    '生效日期 {validFrom} 须在 {registeredOn} 至今天 {today} 之间',
    'A change holds from a day between {registeredOn} and today, {today}; {validFrom} is not',
  ),
  nothingChanged: refusal(
    'NOTHING_CHANGED',
    '所填与当日已知情况相同，没有变更',
    'What is told is what was known of that day already',
  ),
  headLeaves: refusal(
    'HEAD_LEAVES',
    '户主离开前须先变更户主',
    'A head leaves only after somebody else has become the head',
  ),
  memberLeft: refusal('MEMBER_LEFT', '该成员已于 {leftOn} 减少', 'This member left on {leftOn} already'),
  memberPresent: refusal('MEMBER_PRESENT', '该成员仍在户内', 'This member is in the household still'),
  relationMissing: refusal(
    'RELATION_MISSING',
    '须填写原户主与新户主的关系',
    'Tell how the former head is related to the new one',
  ),
  incomeOutOfTime: refusal(
    'INCOME_OUT_OF_TIME',
    '{year} 年收入周期截至 {to}：须已结束，且不早于建档日期 {registeredOn}',
    'The period of {year} ends on {to}: it must be over, and not before the registration of {registeredOn}',
  ),
  incomeWaits: refusal(
    'INCOME_WAITS',
    '该户当年收入尚有一份待审核',
    'An income of that year waits for its check already',
  ),
  incomeChecked: refusal('INCOME_CHECKED', '该收入已审核', 'This income was checked already'),
  incomeFourEyes: refusal(
    'INCOME_FOUR_EYES',
    '填报与审核须由不同的人办理（含代理）',
    'Whoever told an income, or stands for the one who did, does not check it',
  ),
  nobodyAtHome: refusal(
    'NOBODY_IN_HOUSEHOLD',
    '{to} 该户没有在册成员，无法计算人均',
    'Nobody was registered in the household on {to}, so nothing can be told a head',
  ),
  splitMembers: refusal(
    'SPLIT_MEMBERS',
    '分出的成员须为该户现有成员，至少一人，不得重复',
    'Those who are split off are present members of the household, at least one, each once',
  ),
  mergeForbids: refusal(
    'MERGE_FORBIDS',
    '并户须为同村两个在册户',
    'Two different households of one village are merged, both of them in the register',
  ),
  regroupedSince: refusal(
    'REGROUPED_SINCE',
    '其后人员又有移动或户主变更，须先撤销后来的变更',
    'Members moved again since, or one of them became the head: what came later is undone first',
  ),
  regroupingUndone: refusal('REGROUPING_UNDONE', '该分户、并户已撤销', 'This regrouping was undone already'),
  regroupingFourEyes: refusal(
    'REGROUPING_FOUR_EYES',
    '撤销须由另一人办理（含代理）',
    'Whoever registered a regrouping, or stands for the one who did, does not undo it',
  ),
  yearNotFrozenYet: refusal(
    'REGISTER_YEAR_OPEN',
    '{year} 年度数据集须在当年 9 月 30 日之后冻结，且不早于 {first} 年',
    'The register of {year} is frozen after 30 September of that year, and none before {first}',
  ),
  yearFrozen: refusal(
    'REGISTER_YEAR_FROZEN',
    '本地区 {year} 年度数据集已冻结，不再改写',
    'The register of {year} was frozen for this region already, and is not written again',
  ),
} satisfies Record<string, RefusalMaker>;
