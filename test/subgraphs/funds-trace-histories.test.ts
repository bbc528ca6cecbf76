// Random histories of money are traced: whatever was allotted, cut, applied for, paid, returned, issued again and undone, each trace closes and tells what the raw journal tells.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type FundsOnly, openFunds } from './open-funds';
import { type TraceDeeds, traceDeedsOf } from './trace-deeds';
import { fen, openSums, readJournal, sumsOf, type TraceTold, traceOf, walkDown } from './trace-model';

let world: FundsOnly;
let deeds: TraceDeeds;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  deeds = traceDeedsOf(world);
}, 120_000);
afterAll(() => world?.close());

interface Batch {
  id: string;
  lot: string;
  lines: string[];
  amounts: bigint[];
  from: number;
  region: string;
  returns: { line: number; fen: bigint; journal: string }[];
}

const operation = fc.record({
  kind: fc.constantFrom(
    'part',
    'add',
    'cut',
    'freeze',
    'reclaim',
    'apply',
    'pay',
    'pay',
    'refuse',
    'back',
    'back',
    'again',
    'again',
    'undo',
  ),
  at: fc.nat(7),
  fen: fc.bigInt({ min: 1n, max: 90n }),
});

/** Each history has at least a batch of which something came back and was issued again. */
const COMES_BACK = ['apply', 'pay', 'back', 'again', 'pay'].map((kind) => ({ kind, at: 1, fen: 40n }));

async function run(operations: readonly { kind: string; at: number; fen: bigint }[]) {
  const town = world.regionId('371202100');
  const district = world.city.regions.find(({ name }) => name === '莱城区')?.id as string;
  const notice = await deeds.issue([
    { region: district, fen: 900n },
    { region: town, fen: 500n },
  ]);
  const lots = [...notice.lots];
  const [waiting, paid]: [Batch[], Batch[]] = [[], []];
  const pick = <T>(all: readonly T[], at: number) => all[at % Math.max(1, all.length)];
  for (const { kind, at, fen: amount } of operations) {
    const lot = pick(lots, at) as string;
    const batch = pick(paid, at);
    if (kind === 'part') {
      const part = await deeds.issue([{ region: town, fen: amount, parent: lot }]);
      if (part.verdict === 'done') lots.push(...part.lots);
    } else if (kind === 'apply') {
      const amounts = [amount, amount + 1n, 7n].slice(0, 1 + (at % 3));
      const made = await deeds.apply(town, lot, amounts, at);
      if (made.verdict === 'done') waiting.push({ ...made, lot, amounts, from: at, region: town, returns: [] });
    } else if (kind === 'pay' || kind === 'refuse') {
      const next = waiting.shift();
      if (!next) continue;
      await deeds.decide(next.id, kind === 'pay' ? 'approve' : 'reject');
      if (kind === 'pay' && (await deeds.pay(next.id)) === 'done') paid.push(next);
    } else if (kind === 'back' && batch) {
      const [line, journal] = [at % batch.lines.length, randomUUID()];
      const verdict = await deeds.back(batch.lines[line] as string, amount, journal);
      if (verdict === 'done') batch.returns.push({ line, fen: amount, journal });
    } else if (kind === 'undo' && batch) {
      const last = batch.returns.at(-1);
      if (last && (await deeds.reverse(last.journal)) === 'done') batch.returns.pop();
    } else if (kind === 'again' && batch) {
      const last = batch.returns.at(-1);
      if (!last) continue;
      const again = await deeds.apply(batch.region, batch.lot, [last.fen], batch.from + last.line);
      if (again.verdict !== 'done') continue;
      if ((await deeds.link(batch.id, again)) === 'done')
        waiting.push({
          ...again,
          lot: batch.lot,
          amounts: [last.fen],
          from: batch.from + last.line,
          region: town,
          returns: [],
        });
      else await deeds.decide(again.id, 'reject');
    } else if (['add', 'cut', 'freeze', 'reclaim'].includes(kind)) await deeds.change(lot, kind, amount);
  }
  return { notice: notice.id, lots, batches: [...waiting, ...paid] };
}

test('random histories: every trace closes, tells the journal’s sums, and is the same for city and town', async () => {
  const city = world.as('city-director');
  const seen = { again: 0, back: 0, traces: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 8, maxLength: 14 }), async (operations) => {
      const { notice, lots, batches } = await run([...COMES_BACK, ...operations]);
      const journal = await readJournal(world.sql);
      for (const [kind, id] of [['allotment', notice], ...lots.slice(0, 4).map((lot) => ['lot', lot])] as [
        string,
        string,
      ][]) {
        const told = (await traceOf(world, city, kind, id)) as TraceTold;
        expect(openSums(told)).toEqual([]);
        const from = kind === 'lot' ? [id] : journal.lots.filter((lot) => lot.notice === id).map((lot) => lot.id);
        const walked = walkDown(journal, from);
        const below = (await traceOf(world, city, kind, id, { direction: 'forward' })) as TraceTold;
        expect(openSums(below)).toEqual([]);
        const { lot, return: back, ...others } = sumsOf(below);
        const ended = Object.values(others).reduce((whole, { stays }) => whole + stays, 0n);
        const start = below.nodes.find((node) => node.start);
        if (kind === 'allotment') expect(fen(start?.cameIn)).toBe(walked.born);
        expect({ idle: lot?.stays ?? 0n, ended, returned: back?.cameIn ?? 0n }).toEqual({
          ...{ idle: walked.idle, ended: walked.waiting + walked.spent, returned: walked.returned },
        });
        if (walked.returned > 0n) seen.back++;
        seen.traces++;
      }
      for (const { id, lines } of batches)
        for (const [kind, key] of [
          ['disbursement', id],
          ['payment', lines[0] as string],
        ] as const) {
          const [whole, part] = (await Promise.all(
            [city, world.as('district-laicheng')].map((as) => traceOf(world, as, kind, key)),
          )) as [TraceTold, TraceTold];
          expect([openSums(whole), openSums(part)]).toEqual([[], []]);
          expect(part.links).toEqual(whole.links);
          // Up to the notice, the very fen of what is asked about.
          const top = whole.nodes.find((node) => node.kind === 'allotment');
          const start = whole.nodes.find((node) => node.start);
          expect(top?.wentOn ?? '0.00').toBe(start?.cameIn);
          if (whole.nodes.filter((node) => node.kind === 'disbursement').length > 1) seen.again++;
        }
    }),
    { numRuns: 3 },
  );
  // Control: histories had what they are about.
  expect(seen.again).toBeGreaterThan(2);
  expect(seen.back).toBeGreaterThan(2);
}, 180_000);
