// The deeds of orders and cards in a history (支付令、一卡通): ordered with what an objection stops left out, recalled; listed, stopped, answered by the bank line by line.
import type { Effect } from './books-model';
import { type Batch, type CardEntry, finish, isOnCards, type Line, moved, paidOut } from './history-books';
import { type Hand, listOf, type Plan } from './history-hand';
import { objection, posted } from './history-postings';
import type { Call } from './play-history';

const TOLD = {
  sent: [
    ['paid', 6],
    ['failed', 3],
    ['returned', 1],
  ],
  paid: [
    ['returned', 4],
    ['paid', 1],
    ['failed', 1],
  ],
  failed: [
    ['failed', 1],
    ['returned', 1],
    ['paid', 1],
  ],
  bounced: [
    ['paid', 1],
    ['returned', 1],
  ],
  stopped: [['paid', 1]],
} as const;
const sum = (lines: readonly { fen: bigint }[]) => lines.reduce((fen, each) => fen + each.fen, 0n);
export function cardDeeds({ books, ground, random, id, any, call, settled }: Hand) {
  const { town } = ground;
  const approvedOr = () =>
    any(books.batches.filter(({ state }) => state === 'approved')) ?? any(books.batches.slice(-6));
  const released = (batch: Batch, lines: readonly Line[]) => {
    for (const line of lines) line.state = 'released';
    batch.released += sum(lines);
  };

  return {
    order(): Plan | null {
      const batch = approvedOr();
      if (!batch) return null;
      const waiting = batch.lines.filter(({ state }) => state === 'reserved');
      const objected = random.below(4) === 0 ? waiting.slice(0, random.between(1, 2)) : [];
      const order = id();
      const calls = [
        ...posted('disbursement', batch.id, 'disbursement', 'disbursement_line l on l.disbursement_id'),
        ...objected.map((line) => objection(batch, line)),
        call('payer', batch.region, `issue_payment_order('${batch.id}', '${order}', '${order}')`),
      ];
      if (batch.state !== 'approved') return { calls, expected: `state ${batch.state}` };
      if (objected.length === waiting.length) return { calls, expected: 'stopped' };
      if (isOnCards(batch)) return { calls, expected: 'disbursement_on_card_batch' };
      const expected = settled([moved(batch.lot, 'reserved', 'available', sum(objected))], () => {
        released(batch, objected);
        batch.state = 'ordered';
      });
      return { calls, expected };
    },
    recall(): Plan | null {
      const batch = any(books.batches.filter(({ state }) => state === 'ordered')) ?? any(books.batches);
      if (!batch) return null;
      const calls = [call('payer', batch.region, `recall_payment_order('${batch.id}', '撤回')`)];
      if (batch.state !== 'ordered') return { calls, expected: `state ${batch.state}` };
      batch.state = 'approved';
      return { calls, expected: 'done' };
    },
    list(): Plan | null {
      const batch = approvedOr();
      if (!batch) return null;
      const waiting = batch.lines.filter(({ state }) => state === 'reserved');
      const some = waiting.filter(() => random.below(4) > 0);
      const lines = some.length > 0 ? some : batch.lines.slice(0, 1);
      const list = { id: id(), number: `YK${id().replaceAll('-', '').slice(0, 14).toUpperCase()}` };
      const entries = lines.map((line, at): CardEntry & { id: string } => ({
        ...{
          id: id(),
          reference: `${list.number}-${String(at + 1).padStart(5, '0')}`,
          card: id(),
          line,
          state: 'sent',
        },
      }));
      const stopped = entries.filter(() => random.below(8) === 0);
      const going = entries.filter((entry) => !stopped.includes(entry));
      const each = (value: string | null, type: string) =>
        listOf(
          entries.map(() => value),
          type,
        );
      const calls = [
        call(
          'maker',
          town,
          `list_card_batch('${list.id}', '${list.number}', 'delimited-utf8', 'h', '史〔2018〕发放', '${town.id}', ${listOf(
            entries.map((entry) => entry.id),
            'uuid',
          )}, ${listOf(
            lines.map((line) => line.id),
            'uuid',
          )},
          ${each('某某', 'text')}, ${each(null, 'uuid')}, ${each(null, 'text')}, ${each('某行', 'text')}, ${each('x', 'bytea')}, ${listOf(
            entries.map(({ card }) => card),
            'text',
          )}, ${each('0000', 'text')}, ${each(null, 'text')}, ${each(null, 'text')})`,
        ),
        call('checker', town, `step_card_batch('${list.id}', 'verify', null)`),
        ...posted('card-batch', list.id, 'card_batch', 'card_line l on l.batch_id'),
        call(
          'payer',
          town,
          `release_card_batch('${list.id}', ${listOf(
            stopped.map((entry) => entry.id),
            'uuid',
          )}, ${listOf(
            stopped.map(() => '死亡'),
            'text',
          )}, '{}', '{}', ${going.length}, ${sum(going.map(({ line }) => line))}, ${listOf(
            stopped.map(() => id()),
            'uuid',
          )}, '${id()}', 'f', repeat('0', 64), 1, 'x')`,
        ),
      ];
      if (batch.state !== 'approved') return { calls, expected: `state ${batch.state}` };
      const ended = lines.find(({ state }) => state !== 'reserved');
      if (ended) return { calls, expected: `line-ended ${ended.id}` };
      if (lines.some(({ card }) => card?.state === 'sent')) return { calls, expected: 'line-on-its-way' };
      const gone = stopped.map(({ line }) => line);
      const expected = settled([moved(batch.lot, 'reserved', 'available', sum(gone))], () => {
        released(batch, gone);
        for (const entry of stopped) entry.state = 'stopped';
        for (const entry of entries) entry.line.card = entry;
        books.lists.push({ ...list, entries });
        finish(batch);
      });
      return { calls, expected };
    },
    answer(): Plan | null {
      const list = any(books.lists.slice(-6));
      const told = (list?.entries ?? [])
        .filter(() => random.below(3) > 0)
        .map((entry) => ({ entry, told: random.weighted<string>(TOLD[entry.state]), isBent: random.below(12) === 0 }));
      const [first] = told;
      if (!list || !first) return null;
      const file = id();
      const column = (of: (each: (typeof told)[number]) => string | bigint | null, type: string) =>
        listOf(told.map(of), type);
      const calls: Call[] = [
        {
          ...call(
            'payer',
            town,
            `receive_bank_file('${file}', 'delimited-utf8', 'h', '回盘', '${`${id()}${id()}`.replaceAll('-', '')}', 1, '${town.id}', 'x')`,
          ),
          as: 'own',
        },
        call(
          'payer',
          town,
          `take_bank_file('${file}', 'answer', '${list.number}', ${column(({ entry }) => entry.reference, 'text')}, ${column(({ entry }) => entry.card, 'text')}, ${column(() => '0000', 'text')},
          ${column(({ entry, isBent }) => entry.line.fen + (isBent ? 1n : 0n), 'bigint')}, ${column((each) => (each.told === 'returned' ? 'in' : 'out'), 'text')}, ${column((each) => each.told, 'text')}, ${column(() => null, 'text')}, ${column(id, 'uuid')})`,
        ),
      ];
      const meant = told.filter(({ isBent }) => !isBent);
      const which = (state: string, as: string) =>
        meant.filter((each) => each.entry.state === state && each.told === as).map(({ entry }) => entry);
      const [paying, failing, early, back] = [
        which('sent', 'paid'),
        which('sent', 'failed'),
        which('sent', 'returned'),
        which('paid', 'returned'),
      ];
      const { batch } = first.entry.line;
      if (back.some(({ line }) => line.returned > 0n))
        return { calls, expected: /^(disbursement_line_paid_once|balance_.*)$/ };
      const undone: Effect = paidOut(batch.lot, -sum(back.map(({ line }) => line)));
      const expected = settled([paidOut(batch.lot, sum(paying.map(({ line }) => line))), undone], () => {
        for (const entry of paying) [entry.state, entry.line.state] = ['paid', 'paid'];
        for (const entry of failing) entry.state = 'failed';
        for (const entry of early) entry.state = 'bounced';
        for (const entry of back) [entry.state, entry.line.state] = ['bounced', 'reserved'];
        if (back.length > 0) batch.state = 'approved';
        finish(batch);
      });
      return { calls, expected };
    },
  };
}
