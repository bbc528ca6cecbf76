// What is refused of duplicates and of what follows from them.
import { refusal } from '#platform/vocabulary/refusal';

export const duplicateRefusals = {
  duplicateDecided: refusal('DUPLICATE_DECIDED', '该疑似重复已核定', 'This duplicate is decided already'),
  notTheSuperior: refusal(
    'NOT_THE_SUPERIOR',
    '须由两户最近的共同上级核定',
    'It is decided by the nearest superior of both households',
  ),
  memberCheckAnswered: refusal('MEMBER_CHECK_ANSWERED', '该核改已答复', 'This check is answered already'),
  memberCheckOwn: refusal(
    'MEMBER_CHECK_OWN',
    '核改须由交办人以外的人答复',
    'A check is answered by somebody else than who asked for it',
  ),
  memberUnchanged: refusal(
    'MEMBER_UNCHANGED',
    '该成员尚未更正，不能答复“已更正”',
    'The member stands as it was, so that it is not corrected',
  ),
} as const;
