// The path of every yuan: from its notice to a card and back, through returns and re-issues, with sums that close, against a walk over the raw journal.
import { answerBytes, byAmount, type CardLineTold, cardStepsOf, profileNamed } from './card-steps';
import { type FundsOnly, openFunds } from './open-funds';
import { type LineTold, reissueSteps } from './reissue-steps';
import { fen, openSums, readJournal, sumsOf, type TraceTold, traceOf, walkDown } from './trace-model';

let world: FundsOnly;
let steps: ReturnType<typeof reissueSteps>;
let cards: ReturnType<typeof cardStepsOf>;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  steps = reissueSteps(world);
  cards = cardStepsOf(world);
}, 120_000);
afterAll(() => world?.close());

const ids = async (sql: string, parameters: unknown[] = []) =>
  (await world.sql.query<{ id: string }>(sql, parameters)).rows.map(({ id }) => id);
const kindsOf = ({ nodes }: TraceTold) => new Set(nodes.map(({ kind }) => kind));

test('each notice and each lot of the city: what came in is what is idle, waits and was spent, as the journal says', async () => {
  const city = world.as('city-director');
  const journal = await readJournal(world.sql);
  for (const kind of ['allotment', 'lot']) {
    for (const id of await ids(
      `select id from funds.${kind === 'lot' ? 'allotment_line' : kind} order by id limit 40`,
    )) {
      const told = (await traceOf(world, city, kind, id, { direction: 'forward' })) as TraceTold;
      expect(openSums(told)).toEqual([]);
      const from = kind === 'lot' ? [id] : journal.lots.filter(({ notice }) => notice === id).map((lot) => lot.id);
      const walked = walkDown(journal, from);
      const { lot, claim, recipients, return: back, ...others } = sumsOf(told);
      const waiting = Object.entries(others).reduce((whole, [, { stays }]) => whole + stays, 0n);
      const start = told.nodes.find((node) => node.start);
      expect({
        born: fen(start?.cameIn) - (kind === 'lot' ? fen(start?.cameIn) - walked.born : 0n),
        idle: lot?.stays ?? 0n,
        ended: waiting + (claim?.stays ?? 0n) + (recipients?.stays ?? 0n),
        returned: back?.cameIn ?? 0n,
      }).toEqual({
        ...{ born: walked.born, idle: walked.idle, ended: walked.waiting + walked.spent, returned: walked.returned },
      });
    }
  }
}, 60_000);

test('a card payment that failed, came back and was issued again is traced from its notice to the card and back', async () => {
  const disbursement = await cards.approved(['120.50', '79.50', '10.00']);
  const batch = await cards.released([disbursement]);
  const [three, two, one] = byAmount(batch) as [CardLineTold, CardLineTold, CardLineTold];
  const answer = [cards.told(one), cards.told(two, 'E02'), cards.told(three)];
  await cards.bring(await answerBytes(profileNamed('delimited-utf8'), batch.number, 'answer', answer));
  const again = await cards.released([disbursement]);
  const [retried] = byAmount(again) as [CardLineTold];
  await cards.bring(await answerBytes(profileNamed('delimited-utf8'), again.number, 'answer', [cards.told(retried)]));
  const city = world.as('city-director');
  const told = (await traceOf(world, city, 'payment', two.payment.id)) as TraceTold;
  expect(openSums(told)).toEqual([]);
  expect(told.nodes.map(({ kind }) => kind).sort()).toEqual(
    ['allotment', 'bankLine', 'bankLine', 'card', 'disbursement', 'lot', 'payment'].sort(),
  );
  await steps.back({ id: two.payment.id } as LineTold, '30.00');
  const second = await steps.reissued(disbursement);
  const whole = (await traceOf(world, city, 'bankLine', retried.id)) as TraceTold;
  expect(openSums(whole)).toEqual([]);
  expect(kindsOf(whole)).toContain('return');
  expect(whole.nodes.find(({ start }) => start)).toMatchObject({ kind: 'bankLine', cameIn: '79.50', wentOn: '79.50' });
  const [line] = await ids('select id from funds.disbursement_line where disbursement_id = $1', [second]);
  const back = (await traceOf(world, world.as('town-kouzhen'), 'payment', line as string, {
    direction: 'back',
  })) as TraceTold;
  expect(openSums(back)).toEqual([]);
  expect(back.nodes.filter(({ kind }) => kind === 'disbursement')).toHaveLength(2);
  expect(back.nodes.find(({ kind }) => kind === 'allotment')).toMatchObject({ wentOn: '30.00' });
}, 60_000);
