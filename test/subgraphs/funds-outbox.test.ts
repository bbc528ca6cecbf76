// The outbox of funds: told with the fact or not at all, numbered in the order of commits, so that a reader with a cursor misses nothing.
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import { tellOthers } from '../../services/funds/outbox/tell-others';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
const households: Caller = { ...anonymousCaller(randomUUID()), service: 'households' };
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
}, 120_000);
afterAll(() => world?.close());

const tell = (client: Client, body: Readonly<Record<string, unknown>>) => {
  const query = async <T>(sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows as T[];
  return tellOthers({ query }, { kind: 'goods-accepted', subjectId: randomUUID(), body });
};
const EVENTS = 'query($after: Int!, $first: Int!) { fundsEvents(after: $after, first: $first) }';
interface Told {
  epoch: number;
  body: { by: number; at: number };
}
const read = async (after: number, first: number): Promise<Told[]> =>
  (await world.get(households, EVENTS, { after, first })).fundsEvents;

test('a reader with a cursor meets every event once, whoever commits late or takes back', async () => {
  const seen: Told[] = [];
  const kept: string[] = [];
  let writing = true;
  const reading = (async () => {
    for (;;) {
      const wasWriting = writing;
      const told = await read(seen.at(-1)?.epoch ?? 0, 3);
      seen.push(...told);
      if (!wasWriting && told.length === 0) return;
    }
  })();
  const write = async (by: number) => {
    for (let at = 0; at < 8; at++) {
      const isKept = (by + at) % 4 !== 0;
      const done = world.inRole('region', world.as('city-director'), async (client) => {
        await tell(client, { by, at });
        await new Promise((resolve) => setTimeout(resolve, (7 * (by + at)) % 11));
        if (!isKept) throw new Error('taken back');
      });
      await done.then(
        () => kept.push(`${by}/${at}`),
        () => undefined,
      );
    }
  };
  await Promise.all([0, 1, 2].map(write)).finally(() => {
    writing = false;
  });
  await reading;
  expect(kept).toHaveLength(18);
  expect(seen.map(({ body }) => `${body.by}/${body.at}`).sort()).toEqual(kept.sort());
  expect(seen.map(({ epoch }) => epoch)).toEqual(seen.map((_, at) => at + 1));
});

test('the control: a number from a sequence comes to be seen after a greater one', async () => {
  const { owner: late, sql: early } = world;
  const told = 'insert into funds.told_by_sequence (by) values ($1)';
  await late.query('create table funds.told_by_sequence (epoch bigint generated always as identity, by text)');
  await late.query('begin');
  await late.query(told, ['late']);
  await early.query(told, ['early']);
  const { rows: cursor } = await early.query('select max(epoch) as epoch from funds.told_by_sequence');
  await late.query('commit');
  const { rows: missed } = await early.query('select by from funds.told_by_sequence where epoch <= $1', [
    cursor[0].epoch,
  ]);
  expect(missed).toContainEqual({ by: 'late' });
  await late.query('drop table funds.told_by_sequence');
});

test('events are for the service of households alone, and stay as they were told', async () => {
  const ask = (caller: Caller, first = 1) => world.ask(caller, EVENTS, { after: 0, first });
  for (const account of ['city-director', 'auditor', 'town-kouzhen'])
    expect((await ask(world.as(account))).codes).toEqual(['FORBIDDEN']);
  expect((await ask({ ...households, service: 'organisation' })).codes).toEqual(['FORBIDDEN']);
  expect((await ask(households, 201)).codes).toEqual(['INVALID_INPUT']);
  expect(await constraintOf(world.owner.query(`update funds.outbox_event set body = '{}'`))).toBe(
    'funds_outbox_event_append_only',
  );
  const seen = world.inRole('region', world.as('city-director'), (client) =>
    client.query('select * from funds.outbox_event'),
  );
  expect(await constraintOf(seen)).toBe('42501');
});
