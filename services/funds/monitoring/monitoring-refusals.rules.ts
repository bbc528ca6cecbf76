// What may be refused about violations that monitoring found (监测问题的拒绝).
import { refusal } from '#platform/vocabulary/refusal';
import { stateRefusal } from '#platform/vocabulary/state-refusal';

export const monitoringRefusals = {
  violationState: stateRefusal(
    'VIOLATION_STATE',
    '该监测问题的状态为“{stateZh}”，不能办理此项',
    'This violation is {state}, which does not allow this',
  ),
  violationEyes: refusal(
    'VIOLATION_FOUR_EYES',
    '说明人不得审核自己的说明',
    'Whoever explained a violation may not decide on it',
  ),
} as const;
