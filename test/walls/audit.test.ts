// The operation log (S18): one row for each deed done, one for each request and subgraph that refused, none besides, and no personal number.
import { subgraphNames } from '#platform/database/roles';
import type { GraphError } from '../harness/client';
import { openWorld, type World } from '../harness/world';
import { demoAccounts } from '../policy/caller-of-account';
import { turnDownLog, turnUpLog, written } from './loud-log';
import { drawFrom, type MixedOperation, mixedOperation, ownerOf } from './mixed-operations';

const SEED = Number(process.env.AUDIT_SEED ?? 20_180_718);
const OPERATIONS = 500;

let world: World;
beforeAll(async () => {
  turnUpLog();
  world = await openWorld();
  // Before the wrong passwords: they lock the account that they are tried on.
  await Promise.all(demoAccounts.map((account) => world.as(account)));
});
afterAll(async () => {
  await world.close();
  turnDownLog();
});

interface Done {
  operationId: string;
  operation: MixedOperation;
  data: Record<string, { id?: string } | { refusal: object | null }[] | null> | null;
  errors: GraphError[];
}

async function done(operation: MixedOperation): Promise<Done> {
  const { url, token } = await world.as(operation.account);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query: operation.query, variables: operation.variables }),
  });
  const { data = null, errors = [] } = (await response.json()) as { data?: Done['data']; errors?: GraphError[] };
  return { operationId: response.headers.get('x-operation-id') ?? '', operation, data, errors };
}

const kindOf = (field: string) => (field.startsWith('reveal') ? 'reveal' : 'effect');
const fieldOf = (query: string, alias: string) => new RegExp(`\\b${alias}: (\\w+)`).exec(query)?.[1] ?? alias;

/** The rows that the log must hold for one request, as `subgraph kind`. */
function rowsOwed({ operation: { query }, data, errors }: Done): string[] {
  const executed = query.startsWith('mutation') ? Object.entries(data ?? {}).filter(([, told]) => told !== null) : [];
  // A batch tells each of its deeds, and what it refused of them is a row each.
  const effects = executed.flatMap(([alias, told]) => {
    const field = fieldOf(query, alias);
    const kinds = Array.isArray(told) ? told.map(({ refusal }) => (refusal ? 'refusal' : 'effect')) : [kindOf(field)];
    return kinds.map((kind) => `${ownerOf[field]} ${kind}`);
  });
  const refused = errors.map(
    (error) => ownerOf[fieldOf(query, String(error.path?.at(-1)))] ?? ownerOf[fieldOf(query, String(error.path?.[0]))],
  );
  return [...effects, ...[...new Set(refused)].map((subgraph) => `${subgraph} refusal`)].sort();
}

/** The rows that the log holds, by operation; a service's own questions apart. */
async function rowsKept(): Promise<{ persons: Map<string, string[]>; services: string[] }> {
  const persons = new Map<string, string[]>();
  const services: string[] = [];
  for (const subgraph of subgraphNames) {
    const { rows } = await world.sql.query<{ operation_id: string; kind: string; service: string | null }>(
      `select operation_id, kind, service from ${subgraph}.audit where kind <> 'sight'`,
    );
    for (const { operation_id, kind, service } of rows) {
      if (service !== null) services.push(`${operation_id} ${subgraph}`);
      else persons.set(operation_id, [...(persons.get(operation_id) ?? []), `${subgraph} ${kind}`].sort());
    }
  }
  return { persons, services };
}

const all: Done[] = [];

test(`${OPERATIONS} operations drawn from seed ${SEED}: what is owed to the log is what it holds`, async () => {
  const draw = drawFrom(SEED);
  const applied: string[] = [];
  for (let i = 0; i < OPERATIONS; i++) {
    const each = await done(mixedOperation(world, draw, applied));
    all.push(each);
    const id = (each.data?.applyDisbursement as { id?: string } | null)?.id;
    if (id) applied.push(id);
  }
  expect(all.filter(({ errors }) => errors.some((error) => error.extensions.code === 'INTERNAL'))).toEqual([]);
  const { persons, services } = await rowsKept();
  const wrong = all
    .map((each) => ({ each, kept: persons.get(each.operationId) ?? [], owed: rowsOwed(each) }))
    .filter(({ kept, owed }) => kept.join() !== owed.join())
    .map(({ each, kept, owed }) => ({
      account: each.operation.account,
      query: each.operation.query,
      codes: each.errors.map((error) => error.extensions.code),
      kept,
      owed,
    }));
  expect(wrong).toEqual([]);
  expect(services.length).toBe(new Set(services).size);
}, 120_000);

test('the mixture is one: deeds, reveals and refusals of every subgraph are in it', () => {
  const rare: string[] = [];
  const counts = new Map<string, number>();
  for (const row of all.flatMap(rowsOwed)) counts.set(row, (counts.get(row) ?? 0) + 1);
  for (const row of [
    'households effect',
    'households reveal',
    'households refusal',
    'assessments effect',
    'assessments refusal',
    'funds effect',
    'funds refusal',
    'organisation refusal',
  ])
    if ((counts.get(row) ?? 0) < 3) rare.push(`${row}: ${counts.get(row) ?? 0}`);
  expect(rare).toEqual([]);
});

/** Identity numbers, phones and cards of this city that stand in a text. */
function numbersIn(text: string): string[] {
  const numbers = new Set([
    ...world.city.members.map((member) => member.idNumber),
    ...world.city.households.flatMap(({ phone, bankCard }) => [phone, bankCard]),
  ]);
  return [...new Set(text.match(/\d{10,}X?/g) ?? [])].filter((run) => numbers.has(run));
}

test('no personal number stands in the log of operations or in the count of refusals', async () => {
  const texts: string[] = [];
  for (const table of [...subgraphNames.map((name) => `${name}.audit`), 'gateway.refusal']) {
    const { rows } = await world.sql.query<{ text: string }>(`select t::text as text from ${table} t`);
    texts.push(...rows.map((row) => row.text));
  }
  expect(texts.length).toBeGreaterThan(OPERATIONS / 2);
  expect(numbersIn(texts.join('\n'))).toEqual([]);
});

test('no personal number stands in what the processes write', async () => {
  const [member] = world.city.members;
  const client = await world.as('town-kouzhen');
  await client.ask(`query _${member?.idNumber} { me { post } }`);
  await client.ask(`query of${member?.idNumber} { me { post } }`);
  await client.ask(`query _${member?.idNumber} { nothing(id: "${member?.idNumber}") }`);
  const text = written.join('');
  expect(text.split('\n').length).toBeGreaterThan(OPERATIONS);
  expect(numbersIn(text)).toEqual([]);
});

test('the control: a row too few, a row too many and a number are found', async () => {
  const [one] = all.filter((each) => rowsOwed(each).length > 0);
  const { persons } = await rowsKept();
  const kept = persons.get(one?.operationId ?? '') ?? [];
  expect(kept).toEqual(rowsOwed(one as Done));
  expect([...kept, ...kept]).not.toEqual(rowsOwed(one as Done));
  expect([]).not.toEqual(rowsOwed(one as Done));
  const [member] = world.city.members;
  expect(numbersIn(`reason: ${member?.idNumber}.`)).toEqual([member?.idNumber]);
});
