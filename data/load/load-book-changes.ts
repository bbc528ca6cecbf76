// Loads what was done to lots after their notices (演示指标调整): a cut with its cash handed back, a freeze, a part passed to a town, a rest carried over; and one that waits. Figures are invented.
import type { Client } from 'pg';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { cityOf, type FundsHands, SEED, yearOf } from './funds-hands';
import { insertRows } from './insert-rows';
import type { JournalRow } from './load-journals';

const DISTRICT = '371203';
const THOUSAND_YUAN = 100_000n;
const WHOLE_YUAN = 100n;

interface Spare {
  lot: string;
  notice: City['allotments'][number];
  regionId: string;
  path: string;
  fen: bigint;
}

/** What lots of the district have over what is paid out of them, the earliest notice first. */
function sparesOf(city: City): Spare[] {
  const district = city.regions.find(({ code }) => code === DISTRICT);
  const taken = new Map<string, bigint>();
  const lotOf = new Map(city.batches.map(({ id, allotmentLineId }) => [id, allotmentLineId]));
  for (const { batchId, amountFen } of city.payments()) {
    const lot = lotOf.get(batchId) ?? '';
    taken.set(lot, (taken.get(lot) ?? 0n) + amountFen);
  }
  return city.allotments.flatMap((notice) =>
    notice.lines
      .filter(({ regionId }) => regionId === district?.id)
      .map(({ id, regionId, amountFen }) => ({
        ...{ lot: id, notice, regionId, path: district?.path ?? '' },
        fen: ((amountFen - (taken.get(id) ?? 0n)) / THOUSAND_YUAN) * THOUSAND_YUAN,
      })),
  );
}

export async function loadBookChanges(client: Client, city: City, hands: FundsHands): Promise<JournalRow[]> {
  const [first, second] = sparesOf(city);
  if (!first || !second || first.fen === 0n || second.fen === 0n) return [];
  const part = (of: Spare, share: bigint) => (of.fen / share / WHOLE_YUAN) * WHOLE_YUAN;
  return [
    ...(await changed(client, hands, first, part(first, 10n))),
    ...(await passedOn(client, city, hands, { whole: first, fen: part(first, 5n), kind: 'decompose' })),
    ...(await passedOn(client, city, hands, { whole: second, fen: part(second, 2n), kind: 'carry-over' })),
  ];
}

async function changed(client: Client, hands: FundsHands, lot: Spare, fen: bigint): Promise<JournalRow[]> {
  const change = (kind: string, day: string, document: string, reason: string, isDecided: boolean) => ({
    ...{ id: idOf(SEED, 'authority-change', document), kind, day, document, reason, isDecided },
    journal: idOf(SEED, 'journal', `${kind}/${document}`),
  });
  const cut = change('cut', '2018-11-15', '鲁财农指〔2018〕31号（拟）', '结余指标调减', true);
  const freeze = change('freeze', '2018-11-20', '莱财农〔2018〕44号（拟）', '专项检查期间冻结', true);
  const more = change('add', '2018-12-03', '鲁财农指〔2018〕36号（拟）', '追加产业发展补助', false);
  await insertRows(
    client,
    'funds.authority_change',
    {
      ...{ id: 'uuid', lot_id: 'uuid', kind: 'text', amount: 'bigint', document_number: 'text', reason: 'text' },
      ...{ state: 'text', region_id: 'uuid', path: 'text', drafted_by: 'uuid', drafted_at: 'timestamptz' },
      ...{ decided_by: 'uuid', decided_at: 'timestamptz', journal_id: 'uuid' },
    },
    [cut, freeze, more],
    ({ id, kind, document, reason, day, isDecided, journal }) => [
      ...[id, lot.lot, kind, fen, document, reason, isDecided ? 'approved' : 'drafted', lot.regionId, lot.path],
      ...[hands.drafter, `${day}T01:00:00Z`, isDecided ? hands.approver : null, isDecided ? `${day}T02:00:00Z` : null],
      isDecided ? journal : null,
    ],
  );
  const handBack = { day: '2018-11-14', voucher: '缴库（拟）2018-11', id: idOf(SEED, 'journal', 'hand-back/2018-11') };
  await insertRows(
    client,
    'funds.cash_receipt',
    {
      ...{ id: 'uuid', allotment_id: 'uuid', book: 'text', kind: 'text', voucher: 'text', amount: 'bigint' },
      ...{ value_date: 'date', journal_id: 'uuid', recorded_by: 'uuid', recorded_at: 'timestamptz' },
      ...{ region_id: 'uuid', path: 'text' },
    },
    [handBack],
    ({ day, voucher, id }) => [
      ...[idOf(SEED, 'cash-receipt', voucher), lot.notice.id, 'special', 'hand-back', voucher, fen, day, id],
      ...[hands.payer, `${day}T03:00:00Z`, lot.regionId, lot.path],
    ],
  );
  const journal = (id: string, kind: JournalRow['kind'], day: string, document: string, from: string, to: string) => ({
    ...{ id, kind, valueDate: day, document, postedBy: kind === 'hand-back' ? hands.payer : hands.approver },
    ...{ regionId: lot.regionId, path: lot.path, allotmentId: lot.notice.id, disbursementId: null, lots: [] },
    legs: [
      { lot: lot.lot, account: from, amount: -fen },
      { lot: lot.lot, account: to, amount: fen },
    ],
  });
  return [
    journal(handBack.id, 'hand-back', handBack.day, handBack.voucher, 'cash-held', 'cash-received'),
    journal(cut.journal, 'cut', cut.day, cut.document, 'available', 'issued'),
    journal(freeze.journal, 'freeze', freeze.day, freeze.document, 'available', 'frozen'),
  ];
}

/** A part of a line: to the district's first town within the year, or to the district's own next year; cash goes along. */
async function passedOn(
  client: Client,
  city: City,
  hands: FundsHands,
  { whole, fen, kind }: { whole: Spare; fen: bigint; kind: 'decompose' | 'carry-over' },
): Promise<JournalRow[]> {
  const isPart = kind === 'decompose';
  const issuer = isPart ? whole : cityOf(city);
  const place = isPart ? city.regions.find(({ parentId }) => parentId === whole.regionId) : null;
  const [number, day] = isPart
    ? ['钢城财指〔2018〕6号（拟）', '2018-02-02']
    : ['莱财农指〔2019〕1号（拟）', '2019-01-03'];
  const [id, lot] = [idOf(SEED, 'allotment', number), idOf(SEED, 'allotment-line', number)];
  const at = isPart ? { id: whole.regionId, path: whole.path } : { id: cityOf(city).id, path: issuer.path };
  const into = { id: place?.id ?? whole.regionId, path: place?.path ?? whole.path };
  await client.query(
    `insert into funds.allotment (id, number, issued_on, year, source_level, purpose, region_id, path, state, drafted_by, drafted_at, approved_by, approved_at, kind, direction, budget_subject)
     select $1, $2, $3, $4, a.source_level, a.purpose, $5, $6, 'issued', $7, $8, $9, $10, $11, a.direction, a.budget_subject from funds.allotment a where a.id = $12`,
    [
      ...[id, number, day, yearOf(day), at.id, at.path, hands.drafter, `${day}T01:00:00Z`, hands.payer],
      ...[`${day}T02:00:00Z`, kind, whole.notice.id],
    ],
  );
  await client.query(
    `insert into funds.allotment_line (id, allotment_id, purpose, year, region_id, path, amount, parent_line_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [lot, id, whole.notice.purpose, yearOf(day), into.id, into.path, fen.toString(), whole.lot],
  );
  const leg = (of: string, account: string, amount: bigint) => ({ lot: of, account, amount });
  return [
    {
      ...{ id: idOf(SEED, 'journal', `allot/${id}`), kind: 'allot', valueDate: day, document: number },
      ...{ postedBy: hands.payer, regionId: at.id, path: at.path, allotmentId: id, disbursementId: null, lots: [] },
      legs: [
        ...[leg(lot, 'issued', -fen), leg(lot, 'available', fen)],
        ...[leg(whole.lot, 'available', -fen), leg(whole.lot, isPart ? 'decomposed' : 'carried', fen)],
        ...[leg(whole.lot, 'cash-held', -fen), leg(whole.lot, 'cash-passed', fen)],
        ...[leg(lot, 'cash-passed', -fen), leg(lot, 'cash-held', fen)],
      ],
    },
  ];
}
