// A public report (群众举报): its receipt number, when it is overdue, and when its deadline may still be set.
import { refusals } from '../refusals';

/** The random end of the id: short enough to be read over a telephone, and too long to be guessed. */
export function receiptOf(id: string): string {
  return `JB-${id.slice(-12).toUpperCase()}`;
}

export function isReplyOverdue(
  { reply, replyDueOn }: { reply: string | null; replyDueOn: string | null },
  today: string,
): boolean {
  return reply === null && replyDueOn !== null && replyDueOn < today;
}

/** A deadline stands for good; who was answered waits for none. */
export function checkDueUnknown({ reply, replyDueOn }: { reply: string | null; replyDueOn: string | null }): void {
  if (replyDueOn !== null || reply !== null) throw refusals.reportDueKnown();
}
