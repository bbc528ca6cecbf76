// The quote of a stay as the window shows it (窗口试算): null while there is nothing to quote, and a coded refusal where something is missing.
import type { Context } from '#platform/graph/context';
import { quoteSettlement } from '../settlement/quote-settlement';
import type { SettlementQuote } from '../settlement/settlement-layer.entity';
import type { Stay } from '../stay/stay.entity';

export function quoteAtWindow(context: Context, { id, status }: Stay): Promise<SettlementQuote> | null {
  return status === 'discharged' || status === 'quoted' ? quoteSettlement(context, id) : null;
}
