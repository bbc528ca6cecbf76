// A subgraph's own door (S6): asked directly, it opens to a passport of the gateway or of another service, and to nothing else.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { PassportSealer } from '#platform/access/passport';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { Caller } from '#platform/vocabulary/caller';
import { openWorld, type World } from '../harness/world';
import { callerOfAccount } from '../policy/caller-of-account';

let world: World;
let director: Caller;
let gateway: PassportSealer;
beforeAll(async () => {
  world = await openWorld({ mode: 'services' });
  director = callerOfAccount(world.city, 'city-director');
  gateway = new PassportSealer(world.cluster.secrets.passport.privateKey, 'gateway');
});
afterAll(() => world.close());

const QUERY = '{ __typename }';

async function knock(
  subgraph: SubgraphName,
  passport: string | null,
  body: object = { query: QUERY },
  header = 'x-passport',
) {
  const response = await fetch(`${world.subgraphUrls[subgraph]}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-operation-id': randomUUID(),
      ...(passport === null ? {} : { [header]: passport }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

const now = () => Math.floor(Date.now() / 1000);
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A passport with any claims, signed as asked: what the sealer itself would never write. */
function forged(claims: object, key: string, header: object = { alg: 'EdDSA', typ: 'passport' }): string {
  const body = `${encode(header)}.${encode(claims)}`;
  return `${body}.${sign(null, Buffer.from(body), key).toString('base64url')}`;
}

/** Each passport that must not open the door of `subgraph`. */
function illPassports(subgraph: SubgraphName): [string, string | null][] {
  const { passport, services } = world.cluster.secrets;
  const other = subgraph === 'funds' ? 'households' : 'funds';
  const service = services[other].privateKey;
  const stranger = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const good = gateway.seal(director, subgraph);
  const [head = '', body = '', seal = ''] = good.split('.');
  const claims = { iss: 'gateway', aud: subgraph, iat: now(), exp: now() + 60, caller: director };
  const asService: Caller = { ...director, service: other };
  return [
    ['none', null],
    ['an empty one', ''],
    ['words', 'let me in'],
    ['of another subgraph', gateway.seal(director, other)],
    ['expired', gateway.seal(director, subgraph, now() - 61)],
    ['of the future', gateway.seal(director, subgraph, now() + 30)],
    ['for an hour', forged({ ...claims, exp: now() + 3600 }, passport.privateKey)],
    ['without an end', forged({ ...claims, exp: undefined }, passport.privateKey)],
    ['for every audience', forged({ ...claims, aud: [subgraph] }, passport.privateKey)],
    [
      'with another caller inside',
      `${head}.${encode({ ...claims, caller: { ...director, post: 'inspector' } })}.${seal}`,
    ],
    ['without its seal', `${head}.${body}.`],
    ['with another seal', `${head}.${body}.${gateway.seal(director, other).split('.')[2]}`],
    ['that asks for no algorithm', `${encode({ alg: 'none', typ: 'passport' })}.${body}.`],
    ['of another type', forged(claims, passport.privateKey, { alg: 'EdDSA', typ: 'JWT' })],
    ['sealed by a stranger', new PassportSealer(stranger, 'gateway').seal(director, subgraph)],
    ['of an unknown issuer', new PassportSealer(stranger, 'elsewhere').seal(director, subgraph)],
    ['of the gateway, sealed with a subgraph’s key', new PassportSealer(service, 'gateway').seal(director, subgraph)],
    ['of a service that speaks as a person', new PassportSealer(service, other).seal(director, subgraph)],
    [
      'of a service that speaks as another',
      new PassportSealer(service, other).seal({ ...director, service: 'assessments' }, subgraph),
    ],
    ['of a service, sealed with a key from outside', new PassportSealer(stranger, other).seal(asService, subgraph)],
    ['of 300 KB', `${good}${'A'.repeat(300_000)}`],
  ];
}

test.each(subgraphNames)('%s answers 401 and nothing else to every passport that is not right', async (subgraph) => {
  const wrong: string[] = [];
  for (const [what, passport] of illPassports(subgraph)) {
    const { status, text } = await knock(subgraph, passport).catch(() => ({ status: 431, text: '"UNAUTHENTICATED"' }));
    // Node itself turns away a header of 300 KB before any of our code runs.
    const refused = status === 401 || (status === 431 && what === 'of 300 KB');
    if (!refused || (status === 401 && (text.includes('data') || !text.includes('UNAUTHENTICATED'))))
      wrong.push(`${what}: ${status} ${text}`);
  }
  expect(wrong).toEqual([]);
});

test.each(subgraphNames)('%s does not take a person’s access token for a passport', async (subgraph) => {
  const { token } = await world.as('city-director');
  expect((await knock(subgraph, token)).status).toBe(401);
  expect((await knock(subgraph, `Bearer ${token}`, { query: QUERY }, 'authorization')).status).toBe(401);
});

test.each(subgraphNames)(
  'the control: %s opens to the gateway, and to a service that speaks as itself',
  async (subgraph) => {
    expect(await knock(subgraph, gateway.seal(director, subgraph))).toEqual({
      status: 200,
      text: '{"data":{"__typename":"Query"}}',
    });
    const other = subgraph === 'funds' ? 'households' : 'funds';
    const service = new PassportSealer(world.cluster.secrets.services[other].privateKey, other);
    expect((await knock(subgraph, service.seal({ ...director, service: other }, subgraph))).status).toBe(200);
  },
);

test('a service’s question is answered to that service alone, whoever the person is', async () => {
  const ids = world.city.households.slice(0, 2).map((household) => household.id);
  const body = { query: 'query($ids: [ID!]!) { householdsForPayment(ids: $ids) { id headName } }', variables: { ids } };
  const asked = async (service: SubgraphName) => {
    const sealer = new PassportSealer(world.cluster.secrets.services[service].privateKey, service);
    return JSON.parse((await knock('households', sealer.seal({ ...director, service }, 'households'), body)).text);
  };
  expect((await asked('funds')).data.householdsForPayment).toHaveLength(2);
  expect((await asked('assessments')).errors[0].extensions.code).toBe('FORBIDDEN');
  const direct = JSON.parse((await knock('households', gateway.seal(director, 'households'), body)).text);
  expect(direct.errors[0].extensions.code).toBe('FORBIDDEN');
});

test('what a representation claims beside its key is not believed', async () => {
  const officer = callerOfAccount(world.city, 'town-kouzhen');
  const [mine] = world.city.households.filter((household) => household.path.startsWith(pathOf(officer.regionId)));
  const [hidden] = world.city.households.filter((household) => !household.path.startsWith(pathOf(officer.regionId)));
  const lies = { number: 'forged', regionId: officer.regionId, path: pathOf(officer.regionId), state: 'not-lifted' };
  const representations = [mine, hidden, { id: 'not an id' }, { id: null }].map((row) => ({
    ...lies,
    __typename: 'Household',
    id: row?.id,
  }));
  const query =
    'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Household { number } } }';
  const { text } = await knock('households', gateway.seal(officer, 'households'), {
    query,
    variables: { representations },
  });
  expect(JSON.parse(text).data._entities).toEqual([{ number: mine?.number }, null, null, null]);
});

function pathOf(regionId: string | null): string {
  return world.city.regions.find((region) => region.id === regionId)?.path ?? 'nowhere';
}
