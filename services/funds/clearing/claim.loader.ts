// Postings of settlements in the book of medical claims, batched.
import { defineLoader, groupBy } from '#platform/graph/loader';
import { ClaimPosting } from './claim-posting.entity';

export const claimsOfSettlement = defineLoader<ClaimPosting[]>(
  'medical claims of a settlement',
  () => [],
  async (rows, ids) => {
    const journals = await rows.query<{ id: string; settlementId: string }>(
      'select j.id, j.settlement_id as "settlementId" from funds.claim_journal j where j.settlement_id = any($1::uuid[])',
      [ids],
    );
    const settlements = new Map(journals.map(({ id, settlementId }) => [id, settlementId]));
    const tail = 'where t.journal_id = any($1::uuid[]) order by t.payer_unit_id, t.account, t.item_id';
    const found = await rows.select(ClaimPosting, tail, [[...settlements.keys()]]);
    return groupBy(found, ({ journalId }) => settlements.get(journalId) ?? '');
  },
);
