// What is refused about reforms of bureaus.
import { refusal } from '#platform/vocabulary/refusal';

export const unitChangeRefusals = {
  unitChangeMisfit: refusal('UNIT_CHANGE_MISFIT', '第 {step} 步：{zh}', 'Step {step}: {en}'),
  unitChangeFourEyes: refusal(
    'UNIT_CHANGE_FOUR_EYES',
    '机构改革须由提出人以外的人批准或退回',
    'A reform is approved or rejected by somebody other than who proposed it',
  ),
  unitChangeState: refusal(
    'UNIT_CHANGE_STATE',
    '机构改革现为 {state}，不能如此办理',
    'The reform is {state} and does not allow this',
  ),
  unitChangeEarly: refusal(
    'UNIT_CHANGE_EARLY',
    '机构改革自 {effectiveOn} 起生效，尚不能执行',
    'The reform is in effect from {effectiveOn} and is not carried out before',
  ),
  unitChangeStale: refusal(
    'UNIT_CHANGE_STALE',
    '提出以后所涉单位已另有变更，请重新提出',
    'The units concerned have changed otherwise since, propose it anew',
  ),
};
