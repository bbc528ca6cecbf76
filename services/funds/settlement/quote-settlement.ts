// Quotes a settlement (试算): the same rules on the same facts, recorded nowhere.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { prepareSettlement } from './prepare-settlement';
import type { SettlementQuote } from './settlement-layer.entity';
import { explanationOf, storedLayers } from './told-outcome.rules';

export function quoteSettlement({ inScope }: Context, stayId: string): Promise<SettlementQuote> {
  checkId(stayId, '住院 stay');
  return inScope.read(async (rows) => {
    const { totals, outcome } = await prepareSettlement(rows, stayId, false);
    return {
      bill: totals.bill,
      patientPays: outcome.patientPays,
      packHash: outcome.packHash,
      layers: storedLayers(outcome) as unknown as SettlementQuote['layers'],
      explanation: explanationOf(outcome),
    };
  });
}
