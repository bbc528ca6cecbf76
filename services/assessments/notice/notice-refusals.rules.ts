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
  channelOff: refusal('NOTICE_CHANNEL_OFF', '通知渠道 {channel} 未开通', 'The channel {channel} is not on'),
  addressOfDelegate: refusal(
    'NOTICE_ADDRESS_OF_DELEGATE',
    '手机号须以本人的任职登记，不可以代理登记',
    'A number is registered under one’s own appointment, and not under a delegation',
  ),
  noNoticesForPost: refusal(
    'NO_NOTICES_FOR_POST',
    '提醒只发给地区与单位的职务',
    'Notices go to posts of regions and units alone',
  ),
  addressRegistered: refusal(
    'NOTICE_ADDRESS_REGISTERED',
    '本任职已登记 {channel}，请先撤销',
    'A number is registered for {channel} under this appointment; withdraw it first',
  ),
} as const;
