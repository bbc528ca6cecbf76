// How packs of one kind and region follow one another (前后接续): each ends where the next begins, and none is put in between.
import type { CalendarDay } from './calendar-day';
import { refusal } from './refusal';

export const packRefusals = {
  packKindUnknown: refusal(
    'PACK_KIND_UNKNOWN',
    '此处没有规则包类别 {kind}，只有：{known}',
    'There is no kind of pack {kind} here, only: {known}',
  ),
  packFlawed: refusal(
    'PACK_FLAWED',
    '规则包有 {count} 处错误；首处 {path}：{zh}',
    '{count} things are wrong with the pack; the first at {path}: {en}',
  ),
  packSettled: refusal('PACK_SETTLED', '该规则包已{zh}，不能再改', 'This pack is {en} and does not change any more'),
  packChanged: refusal(
    'PACK_CHANGED',
    '所看的内容与草案不符，请重新查看后批准',
    'This is not the content that was looked at, look at the draft again before approving it',
  ),
  packFourEyes: refusal(
    'PACK_FOUR_EYES',
    '起草与批准须为不同的人',
    'Who drafts a pack and who approves it are two people',
  ),
  packLaterStands: refusal(
    'PACK_LATER_STANDS',
    '自 {from} 起已有规则包「{name}」，新包须自其后起',
    'The pack {name} stands from {from}; a new one begins after that day',
  ),
  packLeavesGap: refusal(
    'PACK_LEAVES_GAP',
    '{until} 至 {from} 之间将无规则包，须说明原因',
    'No pack would hold from {until} until {from}: say why',
  ),
  packInEffect: refusal(
    'PACK_IN_EFFECT',
    '规则包已自 {from} 起生效，不能撤回，只能由新包接续',
    'The pack has been in effect since {from}: it is not withdrawn, a new one follows it',
  ),
} as const;

export interface ChainLink {
  name: string;
  effectiveFrom: CalendarDay;
  /** the day on which it stops holding, as things stand; null while nothing follows */
  inForceTo: CalendarDay | null;
}

export interface Following {
  /** whether the pack before ends on the new one's first day, instead of earlier by its own words */
  cuts: boolean;
  /** whether the new one begins on the very day on which the one before ends */
  follows: boolean;
}

/** How a pack follows the latest that was approved; refused when it would overlap, stand in between, or leave days without rule unsaid. */
export function followingOf(
  latest: ChainLink | null,
  next: { effectiveFrom: CalendarDay; gapReason: string | null },
): Following {
  if (!latest) return { cuts: false, follows: false };
  const { effectiveFrom: from, inForceTo: until } = latest;
  if (next.effectiveFrom <= from) throw packRefusals.packLaterStands({ name: latest.name, from });
  if (until === null || until > next.effectiveFrom) return { cuts: true, follows: true };
  if (until === next.effectiveFrom) return { cuts: false, follows: true };
  if (!next.gapReason?.trim()) throw packRefusals.packLeavesGap({ until, from: next.effectiveFrom });
  return { cuts: false, follows: false };
}
