// What a query may ask for: each limit is refused by its code and number, and nothing is executed.
import { openToyGraph, type ToyAnswer, type ToyGraph } from '../../test/gateway/toy-graph';

let graph: ToyGraph;
beforeAll(async () => {
  graph = await openToyGraph();
  await graph.post({ query: '{ me }' });
});
afterAll(() => graph.close());

const codeOf = ({ body }: ToyAnswer) => body.errors?.[0]?.extensions.code;
const many = (count: number, each: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at)).join(' ');
const nested = (levels: number) => `{ region(id: "1") { ${'children { '.repeat(levels)} id ${'} '.repeat(levels)} } }`;
const doubling = (turns: number) =>
  `{ allRegions { ...f0 } } ${many(turns, (at) => `fragment f${at} on Region { ...f${at + 1} ... @include(if: true) { ...f${at + 1} } }`)} fragment f${turns} on Region { id }`;

const refusedQueries: [name: string, code: string, query: string, variables?: Record<string, unknown>][] = [
  ['a query of many tokens', 'TOO_MANY_TOKENS', `{ ${many(3000, () => 'me')} }`],
  ['a deep query', 'TOO_DEEP', nested(12)],
  ['a query deeper than any stack', 'TOO_DEEP', nested(600)],
  [
    'depth hidden in fragments',
    'TOO_DEEP',
    `{ region(id: "1") { ...f0 } } ${many(12, (at) => `fragment f${at} on Region { children { ...f${at + 1} } }`)} fragment f12 on Region { id }`,
  ],
  ['many aliases', 'TOO_MANY_ALIASES', `{ ${many(31, (at) => `a${at}: me`)} }`],
  ['aliases of __typename', 'TOO_MANY_ALIASES', `{ ${many(31, (at) => `a${at}: __typename`)} }`],
  [
    'aliases behind fragments',
    'TOO_MANY_ALIASES',
    `{ ${many(4, () => '...f')} } fragment f on Query { ${many(10, (at) => `a${at}: me`)} }`,
  ],
  ['many directives', 'TOO_MANY_DIRECTIVES', `{ me ${many(31, () => '@include(if: true)')} }`],
  ['directives of variables', 'TOO_MANY_DIRECTIVES', `query($a: Int ${many(31, () => '@deprecated')}) { me }`],
  ['many root fields', 'TOO_MANY_ROOT_FIELDS', `{ ${many(31, () => 'me')} }`],
  ['one field repeated', 'TOO_MANY_REPEATS', `{ allRegions { ${many(21, () => 'id')} } }`],
  ['many fragments', 'TOO_MANY_FRAGMENTS', `{ me } ${many(101, (at) => `fragment f${at} on Query { me }`)}`],
  ['fragments that double', 'TOO_MANY_DIRECTIVES', doubling(40)],
  [
    'fields that multiply',
    'TOO_MANY_FIELDS',
    `{ allRegions { ...a } } fragment a on Region { ${many(15, () => '...b')} } fragment b on Region { ${many(15, () => '...c')} } fragment c on Region { ${many(15, () => 'id')} }`,
  ],
  [
    'signing in a hundred times',
    'ONCE_PER_OPERATION',
    `mutation { ${many(100, (at) => `a${at}: signIn(account: "a", password: "${at}")`)} }`,
  ],
  [
    'signing in twice',
    'ONCE_PER_OPERATION',
    'mutation { a: signIn(account: "a", password: "1") b: signIn(account: "a", password: "2") }',
  ],
  [
    'signing in behind a fragment',
    'ONCE_PER_OPERATION',
    'mutation { ...f } fragment f on Mutation { a: signIn(account: "a", password: "1") b: signIn(account: "a", password: "2") }',
  ],
  [
    'introspection in circles',
    'INTROSPECTION_TOO_DEEP',
    `{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} } '.repeat(5)} } } }`,
  ],
  ['a page of 201', 'PAGE_TOO_LARGE', '{ regions(first: 201) { pageInfo { hasNextPage } } }'],
  [
    'a page of a variable',
    'PAGE_TOO_LARGE',
    'query($n: Int) { regions(first: $n) { pageInfo { hasNextPage } } }',
    { n: 100_000 },
  ],
  ['a page of a default', 'PAGE_TOO_LARGE', 'query($n: Int = 500) { regions(first: $n) { pageInfo { hasNextPage } } }'],
  [
    'pages in pages',
    'TOO_COSTLY',
    '{ regions(first: 200) { edges { node { units(first: 100) { edges { node { id } } } } } } }',
  ],
  [
    'pages in pages by variables',
    'TOO_COSTLY',
    'query($a: Int, $b: Int) { regions(first: $a) { edges { node { units(first: $b) { edges { node { id } } } } } } }',
    { a: 200, b: 100 },
  ],
  ['lists in lists', 'TOO_COSTLY', '{ allRegions { children { children { children { children { id } } } } } }'],
  ['a syntax error', 'GRAPHQL_PARSE_FAILED', '{ me'],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', '{ nobody }'],
  ['a fragment within itself', 'GRAPHQL_VALIDATION_FAILED', '{ ...f } fragment f on Query { me ...f }'],
  [
    'an ill variable',
    'BAD_USER_INPUT',
    'query($n: Int) { regions(first: $n) { pageInfo { hasNextPage } } }',
    { n: 'many' },
  ],
];

test.each(refusedQueries)('%s is refused with %s', async (_, code, query, variables = {}) => {
  const asked = graph.callers.length;
  const answer = await graph.post({ query, variables });
  expect(codeOf(answer)).toBe(code);
  expect(answer.body.data ?? null).toBeNull();
  expect(graph.callers).toHaveLength(asked);
  expect(graph.done).toEqual([]);
});

test('a refusal names the number that is allowed, in two languages', async () => {
  const { status, body } = await graph.post({ query: nested(12) });
  expect(status).toBe(400);
  expect(body.errors?.[0]).toEqual({
    message: '查询深 14 层，至多 12 层 · The query is 14 levels deep, at most 12 are allowed',
    extensions: {
      code: 'TOO_DEEP',
      zh: '查询深 14 层，至多 12 层',
      en: 'The query is 14 levels deep, at most 12 are allowed',
      facts: { found: 14, allowed: 12 },
    },
  });
});

test.each([
  ['ten levels', nested(3)],
  ['thirty aliases', `{ ${many(30, (at) => `a${at}: me`)} }`],
  ['a full page', '{ regions(first: 200) { edges { node { id name } } } }'],
  ['one sign-in', 'mutation { signIn(account: "a", password: "b") }'],
])('%s is allowed', async (_, query) => {
  const { status, body } = await graph.post({ query });
  expect([status, body.errors]).toEqual([200, undefined]);
});

test('the introspection of an explorer is allowed, and closed where the settings close it', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const query = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true });
  expect((await graph.post({ query })).body.errors).toBeUndefined();
  const closed = await openToyGraph(undefined, { PROFILE: 'production' });
  try {
    expect(codeOf(await closed.post({ query }))).toBe('INTROSPECTION_OFF');
    expect((await closed.post({ query: '{ m }' })).body.errors?.[0]?.message).not.toMatch(/Did you mean/);
    expect((await fetch(`${closed.base}/graphiql`)).status).toBe(404);
  } finally {
    await closed.close();
  }
});

test('settings move the limits', async () => {
  const small = await openToyGraph(undefined, {
    MAX_DEPTH: '2',
    MAX_ALIASES: '0',
    MAX_COST: '5',
    BODY_LIMIT_BYTES: '2000',
  });
  try {
    expect(codeOf(await small.post({ query: nested(1) }))).toBe('TOO_DEEP');
    expect(codeOf(await small.post({ query: '{ a: me }' }))).toBe('TOO_MANY_ALIASES');
    expect(codeOf(await small.post({ query: '{ allRegions { id } }' }))).toBe('TOO_COSTLY');
    const large = await small.post({ query: '{ me }', variables: { text: 'x'.repeat(3000) } });
    expect([large.status, codeOf(large)]).toEqual([413, 'BODY_TOO_LARGE']);
  } finally {
    await small.close();
  }
});
