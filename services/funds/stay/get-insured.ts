// Asks households as what somebody is insured on a day (参保状态): of the member whom an admission found, and nothing else.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';

const QUESTION = 'query($memberId:ID!,$day:CalendarDay!){insuredOn(memberId:$memberId,day:$day)}';

export async function getInsured<T>({ ask }: Context<T>, memberId: string, day: string): Promise<string> {
  const { insuredOn } = await ask<{ insuredOn: string | null }>('households', QUESTION, { memberId, day });
  if (insuredOn === null) throw commonRefusals.unavailable();
  return insuredOn;
}
