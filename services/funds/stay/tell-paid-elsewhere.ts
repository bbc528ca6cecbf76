// Tells what layers have paid elsewhere already (异地已支付): of a stay out of the area, where basic insurance comes first.
import type { Context } from '#platform/graph/context';
import { invalidInput } from '#platform/vocabulary/refusal';
import { changeStay } from './change-stay';
import type { GivenLayerInput } from './stay.input';

export async function tellPaidElsewhere(
  context: Context,
  stayId: string,
  given: readonly GivenLayerInput[],
): Promise<string> {
  const amounts: Record<string, string> = {};
  given.forEach(({ layer, amount }, at) => {
    if (amount < 0n) throw invalidInput(`given.${at}.amount`, '金额不得为负', 'an amount is not negative');
    if (layer in amounts) throw invalidInput(`given.${at}.layer`, '同一支付层重复', 'a layer stands twice');
    amounts[layer] = amount.toString();
  });
  const deed = { action: 'tellPaidElsewhere', facts: { layers: Object.keys(amounts).join(',') } };
  return changeStay(context, stayId, 'upload', deed, (query) =>
    query('select funds.put_given($1, $2) as verdict', [stayId, JSON.stringify(amounts)]),
  );
}
