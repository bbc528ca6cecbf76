// What may be refused when a violation becomes a finding (监测转问题的拒绝).
import { refusal } from '#platform/vocabulary/refusal';

export const violationRefusals = {
  violationNotUpheld: refusal(
    'VIOLATION_NOT_UPHELD',
    '该监测问题尚未认定（{state}），不能转为问题',
    'This violation is not upheld ({state}), and becomes no finding',
  ),
  violationFound: refusal(
    'VIOLATION_FOUND_BEFORE',
    '该监测问题已转为问题',
    'There is a finding of this violation already',
  ),
} as const;
