// What may be refused about pricing, settling, supplementing and replaying (结算拒绝), beside what funds refuses anyway.
import { refusal } from '#platform/vocabulary/refusal';

export const settlementRefusals = {
  givenAboveBase: refusal(
    'GIVEN_ABOVE_BASE',
    '已在他处支付的金额超出该层可支付的费用，{field}：{given} 元，可支付 {open} 元',
    'What was paid elsewhere is more than the layer has to pay of, {field}: {given} of {open}',
  ),
  givenUnknownLayer: refusal(
    'GIVEN_UNKNOWN_LAYER',
    '结算政策没有该支付层：{field}',
    'The settlement policy has no such layer: {field}',
  ),
  itemUnknown: refusal(
    'ITEM_UNKNOWN',
    '目录没有这些项目编码，{field}：共 {count} 个，{codes}',
    'The catalogue does not know these item codes, {field}: {count} of them, {codes}',
  ),
  catalogueFlawed: refusal(
    'CATALOGUE_FLAWED',
    '目录表有 {count} 处问题，单元格 {field}：{zh}',
    'The sheet has {count} flaws, cell {field}: {en}',
  ),
  noCatalogue: refusal('NO_CATALOGUE', '{day} 没有生效的医保目录', 'No medical catalogue is in effect on {day}'),
  notDesignatedFor: refusal(
    'NOT_DESIGNATED_FOR',
    '本院当日不是该就医方式的定点医疗机构，{field}：{encounter}',
    'On that day this hospital is not designated for this kind of encounter, {field}: {encounter}',
  ),
  diseaseNotListed: refusal(
    'DISEASE_NOT_LISTED',
    '结算政策未列该门诊慢特病病种，{field}：{disease}',
    'The settlement policy does not list this disease for outpatient care, {field}: {disease}',
  ),
  feeDayMissing: refusal(
    'FEE_DAY_MISSING',
    '跨年住院按日分段结算，费用须有服务日期：{field}',
    'A stay over the year’s end is settled by the day of each fee, which is missing: {field}',
  ),
  feeDayOutside: refusal(
    'FEE_DAY_OUTSIDE',
    '费用的服务日期不在住院期间：{field}',
    'The day of a fee lies outside of the stay: {field}',
  ),
  moreThanTwoYears: refusal(
    'MORE_THAN_TWO_YEARS',
    '住院跨两个以上年度，须先办理中途结算：{field}',
    'The stay is of more than two years and has to be discharged in between: {field}',
  ),
  givenOfTwoYears: refusal(
    'GIVEN_OF_TWO_YEARS',
    '跨年分段结算的住院不能按整次登记已在他处支付的金额：{field}',
    'What was paid elsewhere cannot be told for a stay of two years as a whole: {field}',
  ),
  otherPatient: refusal(
    'OTHER_PATIENT',
    '所示证件不是该住院患者的：{field}',
    'The number that was shown is not that of the patient of this stay: {field}',
  ),
  nothingToSupplement: refusal(
    'NOTHING_TO_SUPPLEMENT',
    '按当日登记身份重算没有差额',
    'By what the register tells of that day now, nothing differs',
  ),
  repaymentAgreed: refusal(
    'REPAYMENT_AGREED',
    '该结算已签还款协议',
    'There is a repayment agreement for this settlement already',
  ),
  nothingOverdue: refusal('NOTHING_OVERDUE', '该协议今天没有逾期金额', 'Nothing of this agreement is overdue today'),
  remindedToday: refusal('REMINDED_TODAY', '今天已催还过', 'There was a reminder today already'),
  inputNotKept: refusal(
    'INPUT_NOT_KEPT',
    '该结算由第 {engineVersion} 版程序作出，当时未保存全部依据',
    'Engine {engineVersion} made this settlement and did not keep all that decided it',
  ),
  engineUnknown: refusal(
    'ENGINE_UNKNOWN',
    '没有第 {engineVersion} 版计算程序',
    'There is no engine of version {engineVersion}',
  ),
  packAltered: refusal(
    'PACK_ALTERED',
    '结算政策包 {name} 的内容已不是当时采用的（{packHash}）',
    'The policy pack {name} is not the one that was adopted ({packHash})',
  ),
  payerUnknown: refusal(
    'PAYER_UNKNOWN',
    '结算政策的支付方 {payer} 没有对应的单位',
    'No unit stands for the payer {payer} of the settlement policy',
  ),
  differencesOpen: refusal(
    'DIFFERENCES_OPEN',
    '该患者该年度已有待批准的差额批',
    'A difference batch of this patient and year waits for approval already',
  ),
  differencesStale: refusal(
    'DIFFERENCES_STALE',
    '提出之后该年度又有结算变动，须驳回后重新提出',
    'The year has changed since it was proposed: reject it and propose anew',
  ),
  differencesDecided: refusal('DIFFERENCES_DECIDED', '该差额批已决定', 'This difference batch is decided already'),
  differenceEyes: refusal(
    'DIFFERENCE_FOUR_EYES',
    '提出人不得决定自己的差额批',
    'Whoever proposed a difference batch may not decide on it',
  ),
} as const;
