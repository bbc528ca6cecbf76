// An application of a history: its lines, why it is refused if it is, and what it reserves.
import { type Batch, isBelow, type Line, type Lot, moved, type Place, pathOf } from './history-books';
import { type Hand, listOf } from './history-hand';

export function applying(
  { id, call }: Hand,
  lot: Lot,
  who: { id: string; village: Place }[],
  amounts: bigint[],
  of: Line | null,
) {
  const total = amounts.reduce((sum, each) => sum + each, 0n);
  const batch: Batch = {
    id: id(),
    lot,
    region: lot.region,
    state: 'applied',
    total,
    returned: 0n,
    released: 0n,
    lines: [],
  };
  batch.lines = who.map(({ id: household, village }, at) => ({
    ...{ id: id(), household, village, fen: amounts[at] as bigint, state: 'reserved', returned: 0n },
    ...{ batch, of, again: [], card: null },
  }));
  const columns = [
    listOf(
      batch.lines.map((line) => line.id),
      'uuid',
    ),
    listOf(
      who.map((each) => each.id),
      'uuid',
    ),
    listOf(
      who.map((each) => each.village.id),
      'uuid',
    ),
    listOf(
      who.map((each) => pathOf(each.village)),
      'text',
    ),
    listOf(amounts, 'bigint'),
    listOf(
      who.map(() => '某某'),
      'text',
    ),
    listOf(
      who.map(() => null),
      'text',
    ),
  ];
  const sql = `apply_disbursement('${batch.id}', '${batch.id}', '${lot.id}', 'industry-support', '史〔2018〕拨付', '${lot.region.id}', ${columns.join(', ')}, '${id()}')`;
  const refused = lot.notice.isWithdrawn
    ? 'lot-unknown'
    : who.some((each) => !isBelow(each.village, lot.region))
      ? 'household-unknown'
      : total > lot.available
        ? `short ${total - lot.available}`
        : null;
  return {
    batch,
    refused,
    calls: [call('maker', lot.region, sql)],
    effect: moved(lot, 'available', 'reserved', total),
  };
}
