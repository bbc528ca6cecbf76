// Brings a list to compare with a claim (提交对账清单): by either side; what differs is kept line by line until it is explained.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { contentHash } from '#platform/vocabulary/canonical';
import { checkId } from '#platform/vocabulary/id';
import { sumOf } from '#platform/vocabulary/money';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import type { ClearingListInput } from './clearing.input';
import { ClearingLine } from './clearing-line.entity';
import { ClearingSide } from './clearing-list.entity';
import { getClearing } from './get-clearing';
import { matchClaimList } from './match-claim-list.rules';

export async function bringClaimList(
  { caller, inScope }: Context,
  clearingId: string,
  { name, lines }: ClearingListInput,
): Promise<string> {
  checkId(clearingId, '清算单 clearing');
  refusePersonalNumbers('name', name);
  const side = caller.post === 'hospital-clerk' ? ClearingSide.hospital : ClearingSide.payer;
  const told = lines.map(({ reference, amount }) => ({ reference: reference.trim(), amount: amount.toString() }));
  await inScope.write({ action: 'bringClaimList', target: clearingId, facts: { name, side } }, async (rows) => {
    const { hospitalId, payerUnitId, path } = await getClearing(rows, clearingId, { caller, step: 'list' });
    const claimed = await rows.select(ClearingLine, 'where t.clearing_id = $1 order by t.ordinal', [clearingId]);
    const found = matchClaimList(
      told.map(({ reference, amount }) => ({ reference, amount: BigInt(amount) })),
      claimed,
    );
    const id = newId();
    const total = sumOf(lines.map(({ amount }) => amount)).toString();
    await rows.query(
      `insert into funds.clearing_list (id, clearing_id, side, name, content_hash, lines, line_count, total, brought_by, hospital_id, payer_unit_id, path)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, clearingId, side, name.trim(), contentHash(told), JSON.stringify(told), told.length, total],
        ...[caller.personId, hospitalId, payerUnitId, path],
      ],
    );
    await rows.query(
      `insert into funds.clearing_difference (id, list_id, outcome, reference, ordinal, ours, theirs, hospital_id, payer_unit_id, path)
       select given.id, $1, given.outcome, given.reference, given.ordinal, given.ours, given.theirs, $2, $3, $4
       from unnest($5::uuid[], $6::text[], $7::text[], $8::int[], $9::bigint[], $10::bigint[]) as given(id, outcome, reference, ordinal, ours, theirs)`,
      [
        ...[id, hospitalId, payerUnitId, path],
        found.map(() => newId()),
        found.map(({ outcome }) => outcome),
        found.map(({ reference }) => reference),
        found.map(({ ordinal }) => ordinal),
        found.map(({ ours }) => ours?.toString() ?? null),
        found.map(({ theirs }) => theirs?.toString() ?? null),
      ],
    );
  });
  return clearingId;
}
