// Answers to the funds service as what one patient is insured on a day (参保状态): of a member whom an admission named, and written down as a sight.
import { checkId } from '#platform/vocabulary/id';
import type { HouseholdsContext } from '../tools';

export function insuredOn({ inScope }: HouseholdsContext, memberId: string, day: string): Promise<string | null> {
  checkId(memberId, '家庭成员 member');
  return inScope.write({ action: 'insuredOn', kind: 'sight', target: memberId, facts: { day } }, async (rows) => {
    const [row] = await rows.query<{ insured: string | null }>(
      'select households.insured_on($1, $2::date) as insured',
      [memberId, day],
    );
    return row?.insured ?? null;
  });
}
