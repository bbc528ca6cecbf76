// Drafts an allotment notice: no money is born before another person approves it.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { Book, PaymentWay } from '../book/fund-use-pack.rules';
import { giftRefusalOf } from '../gift/gift-refusal-of';
import { refusals } from '../refusals';
import type { DraftAllotmentInput } from './allotment.input';
import { tellUse } from './tell-use';

export async function draftAllotment(
  context: Context,
  input: DraftAllotmentInput,
  idempotencyKey: string,
): Promise<string> {
  const { caller, inScope } = context;
  for (const { amount } of input.lines) if (amount <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
  for (const { regionId, parentLineId } of input.lines) {
    checkId(regionId, '地区 region');
    if (parentLineId) checkId(parentLineId, '上级指标行 parent line');
  }
  refusePersonalNumbers('purpose', input.purpose);
  const regions = new Set(input.lines.map(({ regionId }) => regionId));
  if (regions.size < input.lines.length) throw invalidInput('lines', '一地区只能一行', 'a region has one line');
  const payload = { ...input, lines: input.lines.map((line) => ({ ...line })) };
  const once = { subgraph: 'funds', caller, operation: 'draftAllotment', idempotencyKey, payload } as const;
  const run = () =>
    inScope.write(
      { action: 'draftAllotment', facts: { number: input.number, lines: input.lines.length } },
      async (rows) => {
        const id = await onceOnly(rows, once, async () => {
          const made = newId();
          const [answer] = await rows.query<{ verdict: string }>(
            'select funds.draft_notice($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) as verdict',
            [
              made,
              input.number,
              input.issuedOn,
              input.sourceLevel,
              input.book ?? Book.special,
              input.purpose,
              input.direction ?? null,
              input.budgetSubject ?? null,
              input.payment ?? PaymentWay.direct,
              input.clockFrom ?? null,
              input.basisDocument ?? null,
              caller.regionId,
              input.lines.map(() => newId()),
              input.lines.map(({ regionId }) => regionId),
              input.lines.map(({ parentLineId }) => parentLineId ?? null),
              input.lines.map(({ amount }) => amount.toString()),
            ],
          );
          tellUse(answer?.verdict ?? 'region-unknown');
          return made;
        });
        rows.deed.target = id;
        return id;
      },
    );
  const id = await run().catch((error: unknown) => {
    if (brokenConstraint(error) === 'allotment_number_once')
      throw refusals.allotmentNumberTaken({ number: input.number });
    throw giftRefusalOf(error) ?? error;
  });
  return id;
}
