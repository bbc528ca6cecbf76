// Hostile operations (S9), drawn from a seed: each with the codes of which one must refuse it; used by the suite and by the bench.
import { type Prng, prng } from '../../data/generate/prng';

export interface Hostile {
  kind: string;
  body: string | Buffer;
  /** one of these refuses it */
  codes: readonly string[];
}

type Draw = (random: Prng) => Omit<Hostile, 'kind'>;

const many = (count: number, each: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at)).join(' ');
const between = (random: Prng, from: number, to: number) => from + random.below(to - from + 1);
const asked = (query: string, variables?: unknown, more: object = {}): string =>
  JSON.stringify({ query, ...(variables === undefined ? {} : { variables }), ...more });
const letters = (random: Prng, length: number) => random.pick(['a', 'Z', '_', 'regio']).repeat(length).slice(0, length);

const TOO_LONG = ['TOO_MANY_TOKENS'];
const nested = (levels: number, way: string) =>
  `{ region(id: "1") { ${`${way} { `.repeat(levels)} id ${'} '.repeat(levels)} } }`;

/** Parts that are no JSON, no UTF-8, or no query. */
const illText: readonly ((random: Prng) => string | Buffer)[] = [
  (random) => '{"query":"{ me { post } }"'.slice(0, between(random, 1, 25)),
  (random) => '['.repeat(between(random, 1000, 200_000)),
  (random) =>
    Buffer.concat([
      Buffer.from('{"query":"{ me '),
      Buffer.from([0xff, 0xfe, 0xc0, between(random, 128, 255)]),
      Buffer.from('}"}'),
    ]),
  (random) => `{"query":"{ me { post } }",}${' '.repeat(between(random, 0, 1000))}`,
  () => 'null',
  () => '""',
  (random) => asked(random.pick(['', ' ']).trim()),
  (random) => JSON.stringify({ query: random.pick<unknown>([1, {}, [], true]) }),
  (random) => JSON.stringify({ query: '{ me { post } }', variables: random.pick<unknown>([1, 'x', [], true]) }),
];

const draws: Readonly<Record<string, Draw>> = {
  deep: (random) => ({
    body: asked(nested(between(random, 12, 900), random.pick(['parent', 'statisticalParent']))),
    codes: ['TOO_DEEP', ...TOO_LONG],
  }),
  'deep in fragments': (random) => {
    const turns = between(random, 12, 90);
    return {
      body: asked(
        `{ region(id: "1") { ...f0 } } ${many(turns, (at) => `fragment f${at} on Region { parent { ...f${at + 1} } }`)} fragment f${turns} on Region { id }`,
      ),
      codes: ['TOO_DEEP'],
    };
  },
  wide: (random) => ({
    body: asked(`{ ${many(between(random, 700, 5000), (at) => `region(id: "${at}") { id }`)} }`),
    codes: ['TOO_MANY_ROOT_FIELDS', 'TOO_MANY_REPEATS', ...TOO_LONG],
  }),
  aliases: (random) => ({
    body: asked(
      `{ ${many(between(random, 31, 400), (at) => `a${at}: ${random.pick(['__typename', 'dictionaries { id }'])}`)} }`,
    ),
    codes: ['TOO_MANY_ALIASES', ...TOO_LONG],
  }),
  'cyclic fragments': (random) => {
    const turns = between(random, 1, 90);
    return {
      body: asked(
        `{ region(id: "1") { ...f0 } } ${many(turns, (at) => `fragment f${at} on Region { id ...f${(at + 1) % turns} }`)}`,
      ),
      codes: ['GRAPHQL_VALIDATION_FAILED'],
    };
  },
  'fragments that multiply': (random) => {
    const [turns, times] = [between(random, 6, 40), between(random, 3, 8)];
    return {
      body: asked(
        `{ region(id: "1") { ...f0 } } ${many(turns, (at) => `fragment f${at} on Region { ${many(times, () => `...f${at + 1}`)} }`)} fragment f${turns} on Region { id name }`,
      ),
      codes: ['TOO_MANY_FIELDS', 'TOO_MANY_REPEATS', ...TOO_LONG],
    };
  },
  'overlapping fields': (random) => {
    const count = between(random, 21, 300);
    return {
      body: asked(`{ households { ${many(count, (at) => `edges { node { m: ${at % 2 ? 'number' : 'type'} } }`)} } }`),
      codes: ['TOO_MANY_ALIASES', 'TOO_MANY_REPEATS', 'GRAPHQL_VALIDATION_FAILED', ...TOO_LONG],
    };
  },
  'overlapping fragments': (random) => {
    const count = between(random, 10, 29);
    const each = (at: number) =>
      `...on Region { parent { ${many(20, (deep) => (deep === at % 20 ? 'x: name' : 'code'))} } }`;
    return {
      body: asked(`{ region(id: "1") { ${many(count, each)} parent { x: code } } }`),
      codes: ['TOO_MANY_REPEATS', 'TOO_MANY_FIELDS', 'GRAPHQL_VALIDATION_FAILED', ...TOO_LONG],
    };
  },
  directives: (random) => ({
    body: asked(
      `{ me ${many(between(random, 31, 600), () => random.pick(['@include(if: true)', '@skip(if: false)', '@nothing']))} { post } }`,
    ),
    codes: ['TOO_MANY_DIRECTIVES', ...TOO_LONG],
  }),
  'introspection bomb': (random) => {
    const turns = between(random, 3, 60);
    return {
      body: asked(`{ __schema { types { ${'fields { type { '.repeat(turns)} name ${'} } '.repeat(turns)} } } }`),
      codes: ['INTROSPECTION_TOO_DEEP', 'INTROSPECTION_OFF'],
    };
  },
  cost: (random) => ({
    body: asked(
      'query($a: Int, $b: Int) { households(first: $a) { edges { node { region { children(first: $b) { edges { node { id } } } } } } } }',
      {
        a: between(random, 60, 1_000_000),
        b: between(random, 100, 1_000_000),
      },
    ),
    codes: ['TOO_COSTLY', 'PAGE_TOO_LARGE', 'BAD_USER_INPUT'],
  }),
  'guessing a password': (random) => ({
    body: asked(
      `mutation { ${many(between(random, 2, 30), (at) => `a${at}: signIn(account: "city-director", password: "guess-${at}") { token }`)} }`,
    ),
    codes: ['ONCE_PER_OPERATION'],
  }),
  'huge variables': (random) => ({
    body: asked('query($id: ID!) { region(id: $id) { id } }', {
      id: 'x'.repeat(between(random, 1_100_000, 3_000_000)),
    }),
    codes: ['BODY_TOO_LARGE'],
  }),
  'nested variables': (random) => {
    const levels = between(random, 1000, 200_000);
    const [open, shut] = random.pick([
      ['[', ']'],
      ['{"a":', '}'],
    ] as const);
    return {
      body: `{"query":"query($id: ID!) { region(id: $id) { id } }","variables":{"id":${open.repeat(levels)}1${shut.repeat(levels)}}}`,
      codes: ['BAD_USER_INPUT', 'BODY_TOO_LARGE', 'BAD_REQUEST'],
    };
  },
  'ill variables': (random) => ({
    body: asked(
      'query($n: Int, $f: HouseholdsFilter, $kind: RegionKind) { households(first: $n, filter: $f) { totalCount } regions(kind: $kind) { edges { node { id } } } }',
      random.pick<object>([
        { n: 'many' },
        { n: 1.5 },
        { n: 2 ** 40 },
        { n: {} },
        { f: 1 },
        { f: { nothing: 1 } },
        { f: { regionId: [] } },
        { kind: 'planet' },
        { kind: 7 },
      ]),
    ),
    codes: ['BAD_USER_INPUT', 'PAGE_TOO_LARGE'],
  }),
  'long words': (random) => {
    const word = letters(random, between(random, 5_000, 500_000));
    return {
      body: random.pick([
        asked(`{ ${word} }`),
        asked(`{ me { ${word} } }`),
        asked(`{ region(${word}: 1) { id } }`),
        asked(`{ regions(kind: ${word}) { edges { node { id } } } }`),
        asked(`query($x: ${word}) { me { post } }`),
        asked(`{ me { post ...${word} } }`),
        asked(`{ me @${word} { post } }`),
      ]),
      codes: ['NAME_TOO_LONG'],
    };
  },
  'long words in variables': (random) => {
    const word = letters(random, between(random, 5_000, 500_000));
    return {
      body: random.pick([
        asked('query($kind: RegionKind) { regions(kind: $kind) { edges { node { id } } } }', { kind: word }),
        asked('query($f: HouseholdsFilter) { households(filter: $f) { totalCount } }', { f: { [word]: 1 } }),
      ]),
      codes: ['NAME_TOO_LONG'],
    };
  },
  'bad types': (random) => ({
    body: asked(
      random.pick([
        '{ region(id: {a: 1}) { id } }',
        '{ households(first: "ten") { totalCount } }',
        '{ regions(kind: planet) { edges { node { id } } } }',
        '{ me { post { name } } }',
        '{ region { id } }',
        '{ nobody }',
        'query($a: Nothing) { me { post } }',
        'fragment f on Nothing { id } { me { post } }',
        'subscription { anything }',
        '{ _entities(representations: [{__typename: "Region", id: "1"}]) { __typename } }',
        '{ _service { sdl } }',
        'query($a: Int, $a: Int) { me { post } }',
        '{ me }',
      ]),
    ),
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  }),
  'unclear operation': (random) => ({
    body: asked(
      'query a { me { post } } query b { me { post } }',
      undefined,
      random.pick<object>([{}, { operationName: 'c' }, { operationName: '' }]),
    ),
    codes: ['OPERATION_RESOLUTION_FAILURE'],
  }),
  'strange letters': (random) => ({
    body: asked(
      random.pick([
        '{ me { post\u0000 } }',
        '\u0000',
        '{ me { p\u{1F4A9}st } }',
        `{ me { post } } ${'\u202e'.repeat(between(random, 1, 100))}x`,
        '{ region(id: "\ud800") { id }',
        `{ region(id: """${'\\"""'.repeat(between(random, 1, 1000))}`,
        `{ region(id: "\\u{110000}") { id } }`,
        `${'{'.repeat(between(random, 2, 1900))}`,
        '{ me { post } } }',
        `{ a(b: ${'['.repeat(between(random, 2, 1800))}`,
      ]),
    ),
    codes: ['GRAPHQL_PARSE_FAILED', ...TOO_LONG],
  }),
  'deep values': (random) => {
    const levels = between(random, 100, 950);
    return {
      body: asked(`{ region(id: ${'['.repeat(levels)}1${']'.repeat(levels)}) { id } }`),
      codes: ['GRAPHQL_VALIDATION_FAILED'],
    };
  },
  'not a request': (random) => ({ body: random.pick(illText)(random), codes: ['BAD_REQUEST', 'BATCHING_OFF'] }),
  batch: (random) => ({
    body: `[${many(between(random, 0, 10_000), () => '{"query":"{ me { post } }"},')
      .replaceAll(' {"query', '{"query')
      .replace(/,\s*$/, '')}]`,
    codes: ['BATCHING_OFF', 'BODY_TOO_LARGE'],
  }),
};

/** So many of them, every kind in turn. */
export function* hostileOperations(seed: number, count: number): Generator<Hostile> {
  const random = prng(seed, 'hostile');
  const kinds = Object.entries(draws);
  for (let at = 0; at < count; at++) {
    const [kind, draw] = kinds[at % kinds.length] as [string, Draw];
    yield { kind, ...draw(random) };
  }
}
