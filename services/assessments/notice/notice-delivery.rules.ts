// How a notice leaves by telephone (短信、钉钉送达): in words without personal data, again after a pause that doubles, and not for ever.
import { invalidInput } from '#platform/vocabulary/refusal';
import { type NoticeKind, titleOf } from './notice.rules';
import { noticeRefusals } from './notice-refusals.rules';

export const deliveryOutcomes = ['delivered', 'withheld', 'withdrawn', 'refused', 'given-up', 'channel-off'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 3600;
/** Some five hours after the first one, who was not reached reads it where it stands. */
const MOST_ATTEMPTS = 12;

/** Null when it was tried often enough. */
export function pauseAfter(attempts: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
}

/** What happened, by when, and where to look: never what it is about, which may name somebody. */
export function deliveryText({ kind, dueOn }: { kind: NoticeKind; dueOn: string | null }): string {
  const [zh = '', en = ''] = titleOf(kind).split(' · ');
  const [by, due] = dueOn === null ? ['', ''] : [`，期限 ${dueOn}`, `, due on ${dueOn}`];
  return `【提醒】${zh}${by}，请登录系统在“提醒”中查看 · ${en}${due}: see your notices in the system`;
}

/** A mobile number of the mainland, with or without its country code. */
export function mobileIn(text: string): string {
  const mobile = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(text.replace(/[ -]/g, ''))?.[1];
  if (!mobile) throw invalidInput('mobile', '须为 11 位手机号', 'is a mobile number of 11 digits');
  return mobile;
}

/** A delegate is told as the post's holder is, in the system: his own telephone goes with his own appointment. */
export function checkRegistering(caller: { principalId: string | null; appointmentId: string | null }, told: boolean) {
  if (caller.principalId !== null || caller.appointmentId === null) throw noticeRefusals.addressOfDelegate();
  if (!told) throw noticeRefusals.noNoticesForPost();
}
