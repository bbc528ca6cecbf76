// Records a gift that is promised (登记捐赠意向): freely, for what its donor gives it, to a fund that is registered.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { inColumns } from '../charity-fund/in-columns.rules';
import type { PromiseGiftInput } from './gift.input';
import { checkPromise } from './gift.rules';

export async function promiseGift({ inScope }: Context, input: PromiseGiftInput): Promise<string> {
  checkId(input.fundId, '基金 charity fund');
  for (const region of [input.restrictedRegionId, input.keptRegionId]) if (region) checkId(region, '地区 region');
  checkPromise(input);
  const { amount, ...rest } = input;
  const id = newId();
  const number = `JZ-${id.slice(0, 8)}${id.slice(-6)}`.toUpperCase();
  const told = { ...rest, id, number, promised: amount.toString() };
  await inScope.write({ action: 'promiseGift', target: id, facts: { fund: input.fundId } }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.promise_gift($1) as verdict', [
      JSON.stringify(inColumns(told)),
    ]);
    tellVerdict(answer?.verdict ?? 'unknown', input);
  });
  return id;
}

function tellVerdict(verdict: string, { purpose }: PromiseGiftInput): void {
  if (verdict === 'done') return;
  const [word, rest = ''] = verdict.split(' ');
  if (word === 'state') throw charityRefusals.charityFundState({ state: rest, zh: '接受捐赠', en: 'take gifts' });
  if (word === 'day') throw charityRefusals.giftDay();
  if (word === 'purpose') throw charityRefusals.charityUsePurpose({ purpose });
  if (word === 'region') throw commonRefusals.notFound({ what: '地区 region' });
  throw commonRefusals.notFound({ what: '基金 charity fund' });
}
