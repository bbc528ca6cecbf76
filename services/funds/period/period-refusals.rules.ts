// What is refused of closing a month (结账).
import { refusal } from '#platform/vocabulary/refusal';

export const periodRefusals = {
  periodNotOver: refusal('PERIOD_NOT_OVER', '{month} 尚未结束，不能结账', '{month} is not over and cannot be closed'),
  periodOrder: refusal(
    'PERIOD_ORDER',
    '账期须依次结账：最早未结的是 {first}',
    'Months are closed in their order: the earliest that is open is {first}',
  ),
  periodEmpty: refusal('PERIOD_EMPTY', '没有未结的账', 'There is nothing left to close'),
  periodProposed: refusal('PERIOD_PROPOSED', '{month} 已提请结账或已结账', '{month} is proposed or closed already'),
  periodDecided: refusal('PERIOD_DECIDED', '该账期已结账或已撤回', 'This month was closed or withdrawn already'),
  periodChanged: refusal(
    'PERIOD_CHANGED',
    '提请之后账上有变动，请撤回后重新提请',
    'The books changed since this was proposed: withdraw it and propose it anew',
  ),
  periodEyes: refusal(
    'PERIOD_FOUR_EYES',
    '提请结账的人不得自己结账',
    'Whoever proposed to close a month may not close it',
  ),
} as const;
