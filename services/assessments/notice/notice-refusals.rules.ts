// What is refused of notices and urging.
import { refusal } from '#platform/vocabulary/refusal';

export const noticeRefusals = {
  nothingToUrge: refusal(
    'NOTHING_TO_URGE',
    '此事无人应办或已办结，无需催办',
    'Nobody owes this, or it is done: there is nothing to urge',
  ),
  urgeOwn: refusal('URGE_OWN', '不能催办本单位、本地区自己的事项', 'One does not urge the own unit or region'),
  urgedAlready: refusal(
    'URGED_ALREADY',
    '已于 {urgedOn} 催办，{everyDays} 日内不再催办',
    'It was urged on {urgedOn}, and is not urged again within {everyDays} days',
  ),
} as const;
