// What a look-back (回头看) may refuse, and why.
import { refusal } from '#platform/vocabulary/refusal';

export const lookBackRefusals = {
  lookBackEmpty: refusal(
    'LOOK_BACK_EMPTY',
    '{year} 年在该地区没有脱贫的户',
    'No household of that region was lifted in {year}',
  ),
  lookBackOpen: refusal(
    'LOOK_BACK_OPEN',
    '该地区 {year} 年脱贫户的回头看尚未销号',
    'A look-back of those lifted there in {year} is open already',
  ),
  lookBackElsewhere: refusal(
    'LOOK_BACK_ELSEWHERE',
    '名单中有 {count} 户正在另一次回头看（{title}）中，尚未核查清楚或销号',
    '{count} households of the list are in another look-back ({title}), not clean or settled yet',
  ),
  lookBackLate: refusal(
    'LOOK_BACK_LATE',
    '已过销号截止日 {day}，须书面说明逾期原因',
    'The day of closing, {day}, is over: say why it is late',
  ),
  lookBackPackMissing: refusal(
    'LOOK_BACK_PACK_MISSING',
    '{day} 没有生效的回头看规则包',
    'No look-back pack is in force on {day}',
  ),
  lookBackFixTaken: refusal(
    'LOOK_BACK_FIX_TAKEN',
    '该认定已用于本次回头看的另一户',
    'This determination puts right another case of the same look-back',
  ),
  lookBackClosed: refusal('LOOK_BACK_CLOSED', '该次回头看已销号', 'This look-back is closed already'),
  lookBackUnsettled: refusal(
    'LOOK_BACK_UNSETTLED',
    '还有 {open} 户未核查、未整改或未复核，不能销号',
    '{open} cases are not checked, fixed or re-checked yet',
  ),
  lookBackSamePerson: refusal(
    'LOOK_BACK_SAME_PERSON',
    '复核须由核查、整改以外的人办理，销号须由部署者以外的人办理',
    'A re-check is by another person than checked and fixed, a close-out by another than opened it',
  ),
  lookBackState: refusal(
    'LOOK_BACK_STATE',
    '状态为 {state} 的户不能办理此步',
    'A case that is {state} does not take this step',
  ),
  lookBackCategory: refusal(
    'LOOK_BACK_CATEGORY',
    '没有此问题类别：{category}',
    'There is no such category: {category}',
  ),
  lookBackCheckMissing: refusal(
    'LOOK_BACK_CHECK_MISSING',
    '须先登记本次回头看期间的“两不愁三保障”核查',
    'A guarantee check since this look-back was opened comes first',
  ),
  lookBackProblemUntold: refusal(
    'LOOK_BACK_PROBLEM_UNTOLD',
    '核查未通过（{problems}）的户须归入问题类别',
    'A household whose check does not pass ({problems}) is put into a category',
  ),
  lookBackFixNeeded: refusal(
    'LOOK_BACK_FIX_NEEDED',
    '该类问题须以认定程序整改：{kinds}',
    'What is wrong here is put right by a determination: {kinds}',
  ),
  lookBackFixPending: refusal(
    'LOOK_BACK_FIX_PENDING',
    '所依据的认定尚未批准，不能复核通过',
    'The determination that puts it right is not approved yet',
  ),
};
