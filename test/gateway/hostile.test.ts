// Hundreds of hostile operations while ordinary people work (S9): each is refused by its code, nothing falls over, and nobody's answer changes.
import { openWorld, type World } from '../harness/world';
import { type Hostile, hostileOperations } from './hostile-operations';

const SEED = Number(process.env.HOSTILE_SEED ?? 20181231);
/** Twenty of each kind; HOSTILE=10000 for all of them; how long each takes is measured by `npm run bench -- hostile`. */
const COUNT = Number(process.env.HOSTILE ?? 460);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const QUERY =
  '{ me { post region { name parent { name } } } households(first: 5) { totalCount edges { node { number type } } } }';

async function refusalOf({ body }: Hostile, token: string): Promise<string> {
  const response = await fetch(world.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  const told = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return told.data ? 'answered' : (told.errors?.[0]?.extensions.code ?? 'answered');
}

test(`${COUNT} of seed ${SEED}: each is refused by one of its codes, and the answers of others stay what they were`, async () => {
  const clients = await Promise.all(
    ['city-director', 'town-kouzhen', 'helper-kouzhen'].map((account) => world.as(account)),
  );
  const before = await Promise.all(clients.map((client) => client.get(QUERY)));
  const { token } = await world.as('village-kouzhen');
  let finished = false;
  const changed: unknown[] = [];
  let answers = 0;
  const people = clients.map(async (client, at) => {
    while (!finished) {
      const { data, errors } = await client.ask(QUERY);
      answers++;
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (errors.length > 0 || JSON.stringify(data) !== JSON.stringify(before[at])) changed.push(data, errors);
    }
  });
  const wrong: string[] = [];
  const kinds = new Set<string>();
  for (const hostile of hostileOperations(SEED, COUNT)) {
    kinds.add(hostile.kind);
    const code = await refusalOf(hostile, token as string);
    if (!hostile.codes.includes(code)) wrong.push(`${hostile.kind}: ${code}, ${String(hostile.body).slice(0, 200)}`);
  }
  finished = true;
  await Promise.all(people);
  expect(wrong).toEqual([]);
  expect(changed).toEqual([]);
  expect([kinds.size >= 20, answers > 10]).toEqual([true, true]);
}, 600_000);

test('control: an ordinary operation among them is noticed, because it is answered', async () => {
  const { token } = await world.as('village-kouzhen');
  const harmless = { kind: 'harmless', body: JSON.stringify({ query: '{ me { post } }' }), codes: [] };
  expect(await refusalOf(harmless, token as string)).toBe('answered');
});
