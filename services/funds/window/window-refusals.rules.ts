// What may be refused at a hospital's window (窗口查询拒绝).
import { refusal } from '#platform/vocabulary/refusal';

export const windowRefusals = {
  cardNotConfirmed: refusal(
    'CARD_NOT_CONFIRMED',
    '须先核对人证相符：{field}',
    'First the card is held against the person: {field}',
  ),
  lookUpLimit: refusal(
    'LOOK_UP_LIMIT',
    '一小时内查询过多（至多 {most} 次，其中未查到的至多 {mostMissed} 次）',
    'Too many look-ups within an hour: at most {most}, of which at most {mostMissed} found nobody',
  ),
} as const;
