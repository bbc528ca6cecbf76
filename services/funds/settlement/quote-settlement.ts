// Quotes a settlement (试算): the same rules on the same facts, recorded nowhere.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { prepareSettlement } from './prepare-settlement';
import type { SettlementQuote } from './settlement-layer.entity';

export function quoteSettlement({ inScope }: Context, stayId: string): Promise<SettlementQuote> {
  checkId(stayId, '住院 stay');
  return inScope.read(async (rows) => {
    const { bill, settled } = await prepareSettlement(rows, stayId, 'settle', false);
    const { layers, explanation } = settled.outcome;
    return {
      bill,
      patientPays: settled.patientPays,
      packHash: settled.packHash,
      layers: layers as unknown as SettlementQuote['layers'],
      explanation,
    };
  });
}
