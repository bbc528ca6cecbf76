// The guard has two forms: the lean one guards what a rule narrows, the full one every field; for every post they answer alike.

import { subgraphNames } from '#platform/database/roles';
import type { OpenSubgraph } from '#platform/graph/subgraph';
import type { Caller } from '#platform/vocabulary/caller';
import { oneOfEachKind } from '../differential/draw-caller';
import { openWorld, type World } from '../harness/world';
import { callerOfAccount, demoAccounts } from '../policy/caller-of-account';
import { everyField, type Samples, selectionOf } from '../policy/every-field';

let world: World;
beforeAll(async () => {
  world = await openWorld({ mode: 'in-process', unheard: true, execution: 'plain' });
});
afterAll(() => world.close());

/** Arguments under which something is found, for those who may. */
function samples(): Samples {
  const [household] = world.city.households;
  const [batch] = world.city.batches;
  const quoted = (text: string | undefined) => `"${text}"`;
  const ids = {
    'household.id': household?.id,
    'member.id': household?.headMemberId,
    'visits.householdId': household?.id,
    'householdByNumber.number': household?.number,
    'disbursement.id': batch?.id,
    'task.id': world.city.regionTasks[0]?.id,
    'region.id': world.city.regions[3]?.id,
    'regionByCode.code': '371202100',
    'person.id': world.city.persons[0]?.id,
    'unit.id': world.city.units[0]?.id,
    'unitByCode.code': world.city.units[0]?.code,
    quarter: '2018Q1',
  };
  return Object.fromEntries(Object.entries(ids).map(([place, text]) => [place, quoted(text)]));
}

interface Told {
  data: unknown;
  codes: string[];
}

async function askedIn(form: 'lean' | 'full', subgraph: OpenSubgraph, query: string, caller: Caller): Promise<Told> {
  const { compiled } = subgraph;
  const { lean, full } = compiled;
  compiled.lean = compiled.full = form === 'lean' ? lean : full;
  try {
    const { data, errors = [] } = await subgraph.execute({ query }, caller);
    return {
      data,
      codes: errors.map((error) => `${error.extensions?.code} ${(error.path ?? []).join('.')}`).sort(),
    };
  } finally {
    Object.assign(compiled, { lean, full });
  }
}

/** What a form of the guard tells otherwise than the other; nobody is compared by data alone, since only `full` says UNAUTHENTICATED. */
async function unlike(subgraph: OpenSubgraph, name: string, query: string, account: string | null): Promise<string[]> {
  const caller = callerOfAccount(world.city, account);
  const lean = await askedIn('lean', subgraph, query, caller);
  const full = await askedIn('full', subgraph, query, caller);
  // What a mutation has made is another thing each time: its codes alone are compared.
  const told = ({ data, codes }: Told) => JSON.stringify(query.startsWith('mutation') ? codes : { data, codes });
  if (told(lean) === told(full)) return [];
  return [`${subgraph.name}.${name} for ${account}: ${lean.codes[0]} / ${full.codes[0]}`];
}

/** Each field as one account of each kind of scope, another one from field to field; `matrix-run` asks each as every post. */
async function unlikeAmong(subgraph: OpenSubgraph, fields: { name: string; text: string }[]): Promise<string[]> {
  const found: string[] = [];
  for (const [at, { name, text }] of fields.entries())
    for (const account of oneOfEachKind(world.city, demoAccounts, at))
      found.push(...(await unlike(subgraph, name, text, account)));
  return found;
}

test.each(subgraphNames)('%s: every query answers alike through both forms, for each kind of scope', async (name) => {
  const subgraph = world.subgraphs[name];
  expect(await unlikeAmong(subgraph, everyField(subgraph.compiled.plain, 'query', samples()))).toEqual([]);
});

/** These come to the verb itself: a sign-in counts, a sign-out ends, and the second answer would not be the first. */
const once = new Set([
  'signIn',
  'renew',
  'actAs',
  'changePassword',
  'fileReport',
  'proposeLights',
  'sealUnitResults',
  'enrolSecondFactor',
  'draftAllotment',
  'draftPlan',
  'createAccount',
  'importAccounts',
]);

test.each(subgraphNames)(
  '%s: every mutation on what does not exist is refused alike through both forms',
  async (name) => {
    const subgraph = world.subgraphs[name];
    const fields = everyField(subgraph.compiled.plain, 'mutation', samples()).filter((field) => !once.has(field.name));
    expect(await unlikeAmong(subgraph, fields)).toEqual([]);
  },
);

test('who has not signed in goes through the full form, which answers UNAUTHENTICATED for whatever is not open to anyone', async () => {
  const caller = callerOfAccount(world.city, null);
  const { errors } = await world.subgraphs.households.execute(
    { query: '{ households(first: 1) { edges { node { id } } } }' },
    caller,
  );
  expect(errors?.map((error) => error.extensions?.code)).toEqual(['UNAUTHENTICATED']);
});

test('the control: a lean form that has lost its guard answers otherwise', async () => {
  const { compiled } = world.subgraphs.households;
  const { lean } = compiled;
  const { buildSubgraphSchema } = await import('@apollo/subgraph');
  const { createResolversMap } = await import('type-graphql');
  const { parse } = await import('graphql');
  compiled.lean = buildSubgraphSchema({
    typeDefs: parse(compiled.sdl),
    resolvers: createResolversMap(compiled.plain) as never,
  });
  try {
    const { households } = world.subgraphs;
    const fields = everyField(households.compiled.plain, 'query', samples());
    const found = fields.map(({ name, text }) => unlike(households, name, text, 'sysadmin'));
    expect((await Promise.all(found)).flat()).not.toEqual([]);
  } finally {
    compiled.lean = lean;
  }
});

test('the queries reach below the roots', () => {
  const household = world.subgraphs.households.compiled.plain.getType('Household');
  expect(household && selectionOf(household, 2, samples())).toMatch(/members \{.*idNumber/);
});
