// What programmes may refuse (专项的拒绝).
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const programmeRefusals = {
  programmePackInvalid: refusal(
    'PROGRAMME_PACK_INVALID',
    '专项规则包有误：{field}，{zh}',
    'The programme pack is wrong at {field}: {en}',
  ),
  programmeUnknown: refusal(
    'PROGRAMME_UNKNOWN',
    '没有可办理的专项“{programme}”',
    'There is no programme {programme} in force',
  ),
  caseStands: refusal(
    'CASE_STANDS',
    '该户（人）在此专项中已有在办或享受中的事项',
    'A case of this programme stands for this household or person already',
  ),
  caseOfWhom: refusal('CASE_OF_WHOM', '此专项须按{zh}办理', 'A case of this programme is of {en}'),
  caseFactsMissing: refusal('CASE_FACTS_MISSING', '缺少：{zh}', 'These facts are missing: {en}'),
  caseStateForbids: refusal(
    'CASE_STATE',
    '状态为“{zh}”的事项不能办理此环节',
    'A case that is {en} cannot take this step',
  ),
  caseNotYourStep: refusal('CASE_NOT_YOUR_STEP', '此环节由 {posts} 办理', 'This step is taken by {posts}'),
  caseFourEyes: refusal(
    'CASE_FOUR_EYES',
    '复核须由经办人以外的人办理',
    'Who checks is another person than who made it',
  ),
  caseNeedsDocument: refusal(
    'CASE_NEEDS_DOCUMENT',
    '此环节须填写决定文号',
    'This step needs the number of the decision',
  ),
  caseNeedsEvidence: refusal('CASE_NEEDS_EVIDENCE', '此环节须附佐证材料', 'This step needs evidence'),
  caseNotEligible: refusal('CASE_NOT_ELIGIBLE', '不符合条件：{zh}', 'These conditions do not hold: {en}'),
  caseMovedMeanwhile: refusal(
    'CASE_MOVED_MEANWHILE',
    '该事项刚被他人办理，请重新读取',
    'The case was taken a step on just now, read it again',
  ),
} satisfies Record<string, RefusalMaker>;
