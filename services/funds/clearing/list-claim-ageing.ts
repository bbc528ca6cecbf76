// Lists what is owed between hospitals and payers by age (账龄表): of the own side, or of all in scope; bands by the pack of the day.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { packOn } from '#platform/graph/pack/pack-in-force';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { ClaimAgeing } from './claim-ageing.entity';
import { type AgeingRow, CLAIM_AGEING } from './claim-ageing.query';
import type { ClaimAgeingArgs } from './clearing.input';
import { bandsOf, clearingPackKind } from './clearing-pack.rules';
import { clearingRefusals } from './clearing-refusals.rules';

export async function listClaimAgeing({ inScope }: Context, args: ClaimAgeingArgs): Promise<Page<ClaimAgeing>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2) ?? [null, null];
  const { on, bands } = await inScope.read(async (rows) => {
    const [day] = await rows.query<{ now: Date }>('select now() as now');
    const asked = args.on ?? beijingDay(day?.now ?? new Date(0));
    const pack = await packOn(rows, clearingPackKind, asked);
    if (!pack) throw clearingRefusals.clearingNoPack();
    return { on: asked, bands: bandsOf(pack.content.ageing) };
  }, 'public');
  const starts = bands.slice(1).map(({ fromDays }) => fromDays);
  const found = await inScope.read((rows) =>
    rows.query<AgeingRow>(CLAIM_AGEING, [
      on,
      starts,
      args.hospitalId ?? null,
      args.payerId ?? null,
      ...after,
      size + 1,
    ]),
  );
  const told = found.map(({ bands: fens, ...row }) =>
    Object.assign(new ClaimAgeing(), row, {
      on,
      bands: bands.map((band, at) => ({ ...band, amount: BigInt(fens[at] ?? '0') })),
    }),
  );
  return pageOf(told, size);
}
