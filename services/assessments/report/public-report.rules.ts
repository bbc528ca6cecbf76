// A public report (群众举报): its receipt number, and when it is overdue.

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
