// Four eyes over delegations in the real graph: every way to draft a notice and to approve it, under every delegation before and between.
import { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world?.close());

const accounts = ['city-officer', 'city-director', 'city-assessor'] as const;
type Account = (typeof accounts)[number];
/** The post that drafts and the one that approves; the third account holds neither. */
const HOLDERS = { draft: 'city-officer', approve: 'city-director' } as const;
type Duty = keyof typeof HOLDERS;

/** To whom each of the two posts is delegated; null: to nobody. */
type Delegated = Record<Duty, Account | null>;
const choices = (duty: Duty): (Account | null)[] => [null, ...accounts.filter((account) => account !== HOLDERS[duty])];
const everyDelegation: Delegated[] = choices('draft').flatMap((draft) =>
  choices('approve').map((approve) => ({ draft, approve })),
);

interface Hand {
  account: Account;
  principal: Account | null;
  client: GraphClient;
}

const personOf = (account: Account) =>
  world.city.demoAccounts.find((each) => each.account === account)?.personId as string;
const day = async (ahead: number) =>
  (
    await world.sql.query<{ day: string }>(
      `select ((now() at time zone 'Asia/Shanghai')::date + $1::int)::text as day`,
      [ahead],
    )
  ).rows[0]?.day as string;

const DELEGATE =
  'mutation($to: ID!, $from: CalendarDay!, $until: CalendarDay!) { delegateAppointment(delegateId: $to, validFrom: $from, validTo: $until, reason: "出差期间代理") { id } }';
const REVOKE = 'mutation($id: ID!) { revokeDelegation(id: $id, reason: "已返回岗位") { id } }';
const ACT = 'mutation($id: ID!) { actFor(delegationId: $id) { token delegation { id } } }';

/** Puts these delegations in force, lets everybody act in every way that they open, and takes them back. */
async function under<T>(delegated: Delegated, run: (hands: Record<Duty, Hand[]>) => Promise<T>): Promise<T> {
  const hands = {} as Record<Duty, Hand[]>;
  const ends: (() => Promise<unknown>)[] = [];
  for (const duty of ['draft', 'approve'] as const) {
    const holder = HOLDERS[duty];
    const client = await world.as(holder);
    hands[duty] = [{ account: holder, principal: null, client }];
    const account = delegated[duty];
    if (!account) continue;
    const period = { from: await day(0), until: await day(20) };
    const { delegateAppointment } = await client.get(DELEGATE, { to: personOf(account), ...period });
    const own = await GraphClient.signIn(world.url, account);
    const { actFor } = await own.get(ACT, { id: delegateAppointment.id });
    expect(actFor.delegation.id).toBe(delegateAppointment.id);
    hands[duty].push({ account, principal: holder, client: new GraphClient(world.url, actFor.token) });
    ends.push(() => client.get(REVOKE, { id: delegateAppointment.id }));
  }
  const result = await run(hands);
  for (const end of ends) await end();
  return result;
}

/** Everybody in whose shoes somebody stands under these delegations, himself included. */
function shoesOf(account: Account, delegated: Delegated): Set<Account> {
  const found = new Set([account]);
  for (const person of found)
    for (const duty of ['draft', 'approve'] as const) if (delegated[duty] === person) found.add(HOLDERS[duty]);
  return found;
}

let number = 0;
async function draft({ client }: Hand): Promise<string> {
  const region = world.city.regions.find(({ code }) => code === '371202');
  const input = {
    number: `莱财农〔2018〕代${++number}号`,
    issuedOn: '2018-06-01',
    sourceLevel: 'city',
    purpose: 'industry-support',
    lines: [{ regionId: region?.id, amount: '1.00' }],
  };
  const { draftAllotment } = await client.get(
    'mutation($input: DraftAllotmentInput!, $key: String!) { draftAllotment(input: $input, idempotencyKey: $key) { id } }',
    { input, key: `closure-draft-${number}` },
  );
  return draftAllotment.id;
}

test('a notice is approved exactly by whoever neither drafted it, nor had it drafted, nor stands for one who did', async () => {
  const drafted: { id: string; by: Hand; before: Delegated }[] = [];
  // Who may approve while a notice is drafted makes no difference to it; who drafts for whom does.
  for (const before of everyDelegation.filter(({ approve }) => approve === null))
    await under(before, async (hands) => {
      // One for each delegation under which its approval is tried below.
      for (const by of hands.draft)
        for (let at = 0; at < everyDelegation.length; at++) drafted.push({ id: await draft(by), by, before });
    });
  const tried = { done: 0, refused: 0 };
  let key = 0;
  for (const [at, between] of everyDelegation.entries())
    await under(between, async (hands) => {
      for (const { id, by, before } of drafted.filter((_, index) => index % everyDelegation.length === at))
        for (const checker of hands.approve) {
          const answer = await checker.client.ask(
            'mutation($id: ID!, $key: String!) { approveAllotment(id: $id, idempotencyKey: $key) { state } }',
            { id, key: `closure-approve-${++key}` },
          );
          const code = answer.errors[0]?.extensions.code ?? 'DONE';
          const shoes = shoesOf(checker.account, between);
          const tied = [by.account, by.principal].some((person) => person !== null && shoes.has(person));
          const what = {
            by: [by.account, by.principal],
            before,
            checker: [checker.account, checker.principal],
            between,
          };
          expect({ ...what, code }).toEqual({ ...what, code: tied ? 'ALLOTMENT_FOUR_EYES' : 'DONE' });
          if (tied) tried.refused++;
          else {
            tried.done++;
            break;
          }
        }
    });
  expect(tried.done).toBeGreaterThan(20);
  expect(tried.refused).toBeGreaterThan(10);
}, 120_000);

test('the log names both, the row keeps for whom each hand was laid, and neither can be rewritten in SQL', async () => {
  const { rows } = await world.sql.query(
    `select person_id, principal_id, post from funds.audit where action = 'draftAllotment' and principal_id is not null limit 1`,
  );
  expect(rows[0]).toMatchObject({ principal_id: personOf('city-officer'), post: 'office-officer' });
  expect(rows[0].person_id).not.toBe(rows[0].principal_id);
  const kept = await world.sql.query<{ id: string; hands: object }>(
    `select id, hands from funds.allotment where hands <> '{}' and approved_by is null limit 1`,
  );
  expect(kept.rows[0]?.hands).toEqual({ drafted_by: personOf('city-officer') });
  await world.sql.query(`update funds.allotment set hands = '{}' where id = $1`, [kept.rows[0]?.id]).catch(() => null);
  const after = await world.sql.query('select hands from funds.allotment where id = $1', [kept.rows[0]?.id]);
  expect(after.rows[0].hands).toEqual(kept.rows[0]?.hands);
});

test('every constraint of four eyes has its trigger, with all its pairs', async () => {
  const { rows } = await world.sql.query<{ name: string; constraint: string; made: string | null; wanted: number }>(
    `select c.conrelid::regclass::text || ' ' || c.conname as name, c.conname as constraint,
            (select pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = c.conrelid and t.tgname = 'zz_four_eyes') as made,
            regexp_count(pg_get_constraintdef(c.oid), '<>') as wanted
     from pg_constraint c where c.contype = 'c' and c.conname like '%four\\_eyes'`,
  );
  expect(rows.length).toBeGreaterThan(4);
  for (const { name, constraint, made, wanted } of rows)
    expect([name, (made ?? '').split(`'${constraint}'`).length - 1]).toEqual([name, wanted]);
});
