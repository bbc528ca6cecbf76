// What may be refused to a donor who looks where his gift went (捐赠去向查询拒绝).
import { refusal } from '#platform/vocabulary/refusal';

export const donorRefusals = {
  giftLookUpLimit: refusal(
    'GIFT_LOOK_UP_LIMIT',
    '一小时内输错过多，请稍后再试',
    'Too many wrong tries within an hour: try again later',
  ),
};
