// Confirms a quote (确认试算): what the patient was told is kept by its hash, so that a settlement that differs can be seen.
import type { Context } from '#platform/graph/context';
import { contentHash } from '#platform/vocabulary/canonical';
import { checkId } from '#platform/vocabulary/id';
import { tellStayVerdict } from '../stay/change-stay';
import { prepareSettlement } from './prepare-settlement';

export async function recordQuote({ inScope }: Context, stayId: string): Promise<string> {
  checkId(stayId, '住院 stay');
  await inScope.write({ action: 'recordQuote', target: stayId }, async (rows) => {
    const { settled } = await prepareSettlement(rows, stayId, 'quote', false);
    const [answer] = await rows.query<{ verdict: string }>('select funds.record_quote($1, $2) as verdict', [
      stayId,
      contentHash(settled.outcome),
    ]);
    tellStayVerdict(answer?.verdict ?? 'unknown', 'quote');
  });
  return stayId;
}
