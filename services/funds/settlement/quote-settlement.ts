// Quotes a settlement (试算): the same rules on the same facts, recorded nowhere.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { prepareSettlement } from './prepare-settlement';
import type { SettlementQuote } from './settlement-layer.entity';
import { storedOutcome } from './told-outcome.rules';

export function quoteSettlement({ inScope }: Context, stayId: string): Promise<SettlementQuote> {
  checkId(stayId, '住院 stay');
  return inScope.read(async (rows) => {
    const { stay, input, outcome } = await prepareSettlement(rows, stayId, 'settle', false);
    const { layers, explanation } = storedOutcome(outcome, stay.tags);
    return {
      bill: input.fees.bill,
      patientPays: outcome.patientPays,
      packHash: outcome.packHash,
      layers: layers as unknown as SettlementQuote['layers'],
      explanation,
    };
  });
}
