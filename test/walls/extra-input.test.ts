// Input beyond what is asked for (S22): a field that no client may fill in is refused by name, and no row changes.
import { randomUUID } from 'node:crypto';
import { openWorld, type World } from '../harness/world';
import { databasePrint } from './database-print';
import { bytesOf, type Deed, deeds, doDeed } from './deeds';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test.each(deeds.map((deed) => [deed.field, deed] as const))(
  '%s: each extra field is refused, and nothing changes',
  async (_field, deed) => {
    await world.as(deed.account);
    const before = await databasePrint(world);
    for (const [name, value] of Object.entries(deed.extras)) {
      const { data, errors } = await doDeed(world, deed, { ...deed.input(world), [name]: value });
      expect([name, data?.[deed.field as never] ?? null, errors.length > 0]).toEqual([name, null, true]);
      expect(['BAD_USER_INPUT', 'INVALID_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(errors[0]?.extensions.code);
    }
    expect(await databasePrint(world)).toEqual(before);
  },
);

test('the control: the fingerprint and the bytes tell a real change', async () => {
  const before = await databasePrint(world);
  const report = deeds.find((deed) => deed.field === 'reportProgress') as Deed;
  const done = await doDeed(world, report, report.input(world));
  expect(done.errors).toEqual([]);
  expect(await databasePrint(world)).not.toEqual(before);
  expect(bytesOf(done)).not.toBe(
    bytesOf(await doDeed(world, report, { ...report.input(world), taskId: randomUUID() })),
  );
});
