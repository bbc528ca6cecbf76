// Uploads fees by item code (按项目编码上传费用): priced by the catalogue in force on the day of discharge; a code that it does not know refuses the whole.
import type { Rows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { packContent } from '#platform/graph/pack/pack-in-force';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { type MedicalCatalogue, medicalCatalogueKind } from '../catalogue/medical-catalogue.rules';
import { type PricedFees, type PricedLine, priceFees } from '../catalogue/price-fees.rules';
import { refusals } from '../refusals';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import { tellStayVerdict } from './change-stay';
import { Stay } from './stay.entity';
import type { ItemFeeInput } from './stay.input';
import { nextStatus } from './stay.rules';

const MOST_LINES = 5000;
const QUANTITY = /^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,3})?$/;

export async function uploadItems(
  { inScope }: Context,
  stayId: string,
  lines: readonly ItemFeeInput[],
): Promise<string> {
  checkId(stayId, '住院 stay');
  checkLines(lines);
  await inScope.write({ action: 'uploadItems', target: stayId, facts: { lines: lines.length } }, async (rows) => {
    const stay = await rows.manager.findOneBy(Stay, { id: stayId });
    if (!stay) throw commonRefusals.notFound({ what: '住院 stay' });
    nextStatus(stay.status, 'upload');
    const { hash, content } = await catalogueFor(rows, stay);
    const { lines: priced, unknownCodes } = priceFees(content, lines);
    if (unknownCodes.length > 0)
      throw settlementRefusals.itemUnknown({
        field: 'lines.itemCode',
        count: unknownCodes.length,
        codes: unknownCodes.slice(0, 50).join('、'),
      });
    const [answer] = await rows.query<{ verdict: string }>('select funds.put_fees($1, $2, $3) as verdict', [
      stayId,
      JSON.stringify(priced.map(toldLine)),
      hash,
    ]);
    tellStayVerdict(answer?.verdict ?? 'unknown', 'upload');
  });
  return stayId;
}

/** The same pricing, kept nowhere: what is unknown, and how the bill would stand. */
export function priceItems({ inScope }: Context, stayId: string, lines: readonly ItemFeeInput[]): Promise<PricedFees> {
  checkId(stayId, '住院 stay');
  checkLines(lines);
  return inScope.read(async (rows) => {
    const stay = await rows.manager.findOneBy(Stay, { id: stayId });
    if (!stay) throw commonRefusals.notFound({ what: '住院 stay' });
    return priceFees((await catalogueFor(rows, stay)).content, lines);
  });
}

function checkLines(lines: readonly ItemFeeInput[]): void {
  if (lines.length > MOST_LINES)
    throw invalidInput('lines', `费用明细至多 ${MOST_LINES} 行`, `at most ${MOST_LINES} lines of fees`);
  lines.forEach(({ amount, quantity }, at) => {
    if (amount <= 0n) throw refusals.amountNotPositive({ field: `lines.${at}.amount` });
    if (!QUANTITY.test(quantity))
      throw invalidInput(
        `lines.${at}.quantity`,
        '数量须大于零，至多三位小数',
        'a quantity is above zero with at most three decimals',
      );
  });
}

async function catalogueFor(rows: Rows, stay: Stay): Promise<{ hash: string; content: MedicalCatalogue }> {
  const day = stay.dischargedOn ?? stay.admittedOn;
  const [found] = await rows.query<{ id: string; hash: string }>(
    `select p.id, p.hash from funds.pack p where p.kind = $1 and starts_with($2, p.path) and p.approved_at is not null and p.withdrawn_at is null
       and p.effective_from <= $3::date and (p.in_force_to is null or p.in_force_to > $3::date) order by p.path desc, p.effective_from desc limit 1`,
    [medicalCatalogueKind.kind, stay.path, day],
  );
  if (!found) throw settlementRefusals.noCatalogue({ day });
  return { hash: found.hash, content: await packContent(rows, medicalCatalogueKind, found) };
}

function toldLine({
  itemCode,
  quantity,
  consent,
  name,
  feeClass,
  amount,
  outOfPolicy,
  parts,
  unconsented,
  servedOn,
}: PricedLine) {
  return {
    itemCode,
    quantity,
    consent,
    servedOn: servedOn ?? null,
    name,
    feeClass,
    amount: amount.toString(),
    outOfPolicy: outOfPolicy.toString(),
    aboveLimit: (parts['above-limit'] ?? 0n).toString(),
    firstBorne: (parts['first-borne'] ?? 0n).toString(),
    unconsented: unconsented.toString(),
  };
}
