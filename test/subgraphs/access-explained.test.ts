// Explained rights (权限说明) are the real ones: for every demo account, a sample of nodes and fields, the explanation says what the graph answers.
import { ownerOfType } from '../../services/organisation/access/access.rules';
import { openWorld, type World } from '../harness/world';
import { demoAccounts } from '../policy/caller-of-account';

interface Sample {
  type: string;
  root: string;
  id: string;
  /** fields that have a value in this row, and how to tell it masked */
  fields: readonly string[];
}

let world: World;
let samples: Sample[];
beforeAll(async () => {
  world = await openWorld();
  const one = async (sql: string) => Object.values((await world.sql.query(sql)).rows[0] as object)[0] as string;
  const helper = personOf('helper-kouzhen');
  const fields = ['headName', 'address', 'phone', 'bankName', 'bankCard', 'type'];
  const member = ['name', 'birthday', 'idNumber', 'education', 'health', 'relation'];
  const paired = `select household_id from households.pairing where helper_id = '${helper}' and valid_to is null order by id limit 1`;
  const far = `select h.id from households.household h where h.region_id not in (select region_id from households.household where id = (${paired}))`;
  samples = [
    { type: 'Household', root: 'household', id: await one(paired), fields },
    { type: 'Household', root: 'household', id: await one(`${far} order by h.path desc limit 1`), fields },
    {
      type: 'Member',
      root: 'member',
      id: await one(`select id from households.member where household_id = (${paired}) order by id limit 1`),
      fields: member,
    },
    {
      type: 'Task',
      root: 'task',
      id: await one(
        `select id from assessments.task where unit_id = (select id from organisation.unit where line = 'health' and kind = 'member-unit' order by code limit 1) limit 1`,
      ),
      fields: ['id'],
    },
    {
      type: 'Disbursement',
      root: 'disbursement',
      id: await one(`select id from funds.disbursement order by id limit 1`),
      fields: ['total', 'state'],
    },
    {
      type: 'Allotment',
      root: 'allotment',
      id: await one('select id from funds.allotment limit 1'),
      fields: ['number'],
    },
  ];
}, 120_000);
afterAll(() => world?.close());

const personOf = (account: string) =>
  world.city.demoAccounts.find((each) => each.account === account)?.personId as string;

/** Of the fields that the schema really has at that root. */
async function fieldsOf({ type, root, fields }: Sample): Promise<string[]> {
  const owner = ownerOfType(type) as 'households';
  const schema = world.subgraphs[owner].compiled.plain;
  if (!schema.getQueryType()?.getFields()[root]) return [];
  const known = (schema.getType(type) as unknown as { getFields(): Record<string, unknown> }).getFields();
  return fields.filter((field) => known[field]);
}

const EXPLAIN = (field: string) =>
  `${field}: explainAccess(personId: $person, type: $type, id: $id, field: "${field}") { seenAs complete line { known root fieldClass } chains { documentNumber post opened reached seenAs } }`;

test('what the graph answers each account is what is explained of it', async () => {
  const auditor = await world.as('auditor');
  const director = await world.as('city-director');
  const told: Record<string, number> = {};
  for (const sample of samples) {
    const fields = await fieldsOf(sample);
    if (fields.length === 0) continue;
    const real = `query($id: ID!) { node: ${sample.root}(id: $id) { ${fields.join(' ')} } }`;
    const plain = (await director.get(real, { id: sample.id })).node as Record<string, string>;
    for (const account of demoAccounts) {
      const answer = await (await world.as(account)).ask<{ node: Record<string, unknown> | null }>(real, {
        id: sample.id,
      });
      const explained = await auditor.get(
        `query($person: ID!, $type: String!, $id: ID!) { ${fields.map(EXPLAIN).join(' ')} }`,
        { person: personOf(account), type: sample.type, id: sample.id },
      );
      for (const field of fields) {
        const { seenAs, complete, line, chains } = explained[field];
        expect([line.known, complete, line.root]).toEqual([true, true, sample.root]);
        const value = answer.data?.node?.[field];
        // A mask has stars; some fields nobody sees plain, so that the director's own view has them too.
        const seen = value === null || value === undefined ? 'hidden' : /\*/.test(String(value)) ? 'masked' : 'plain';
        const what = { sample: sample.type, account, field, chains };
        if (plain[field] !== null) expect({ ...what, seen: seenAs }).toEqual({ ...what, seen });
        told[seenAs] = (told[seenAs] ?? 0) + 1;
      }
    }
  }
  // The sample tells all three apart, or it would prove nothing.
  expect(Math.min(told.plain ?? 0, told.masked ?? 0, told.hidden ?? 0)).toBeGreaterThan(10);
}, 120_000);

const WHO =
  'query($type: String!, $id: ID!, $field: String!, $at: CalendarDay, $after: String) { whoCanSee(type: $type, id: $id, field: $field, at: $at, first: 200, after: $after) { complete weighed line { known } chains { edges { node { person { id } post seenAs documentNumber } } pageInfo { hasNextPage endCursor } } } }';

test('who can see is everybody of whom it is explained, and nobody else', async () => {
  const auditor = await world.as('auditor');
  const [sample] = samples as [Sample];
  const seen = new Map<string, string>();
  let after: string | null = null;
  do {
    const { whoCanSee }: { whoCanSee: Record<string, any> } = await auditor.get(WHO, {
      ...sample,
      fields: undefined,
      root: undefined,
      field: 'phone',
      after,
    });
    expect(whoCanSee).toMatchObject({ complete: true, line: { known: true } });
    for (const { node } of whoCanSee.chains.edges) {
      expect(node.documentNumber).not.toBeNull();
      if (seen.get(node.person.id) !== 'plain') seen.set(node.person.id, node.seenAs);
    }
    after = whoCanSee.chains.pageInfo.hasNextPage ? whoCanSee.chains.pageInfo.endCursor : null;
  } while (after);
  expect(seen.get(personOf('helper-kouzhen'))).toBe('plain');
  expect(seen.get(personOf('town-kouzhen'))).toBe('masked');
  for (const account of demoAccounts) {
    const { phone } = await auditor.get(`query($person: ID!, $type: String!, $id: ID!) { ${EXPLAIN('phone')} }`, {
      person: personOf(account),
      type: sample.type,
      id: sample.id,
    });
    expect([account, seen.get(personOf(account)) ?? 'hidden']).toEqual([account, phone.seenAs]);
  }
});

test('a past day: unknown before the first table; the table, the pairing and the appointments of that day after it', async () => {
  const auditor = await world.as('auditor');
  const [sample] = samples as [Sample];
  const ask = async (at: string | null, account: string) =>
    (
      await auditor.get(
        `query($person: ID!, $id: ID!, $at: CalendarDay) { told: explainAccess(personId: $person, type: "Household", id: $id, field: "phone", at: $at) { seenAs complete line { on known policyHash } } }`,
        { person: personOf(account), id: sample.id, at },
      )
    ).told;
  expect(await ask('2018-06-01', 'town-kouzhen')).toMatchObject({
    seenAs: 'unknown',
    complete: false,
    line: { known: false, policyHash: null },
  });
  // A table of long ago by which nobody saw a phone plain, and a pairing that began in 2019.
  const { rows } = await world.sql.query<{ hash: string; rules: { record: { fields: Record<string, object> } } }>(
    'select t.hash, t.rules from households.policy_effect e join households.policy_table t using (hash) order by e.took_effect desc limit 1',
  );
  const rules = structuredClone(rows[0]?.rules) as { record: { fields: Record<string, object> } };
  rules.record.fields['Household.phone'] = { ...rules.record.fields['Household.phone'], plain: [], masked: ['helper'] };
  await world.sql.query(`insert into households.policy_table (hash, rules) values ('long ago', $1)`, [
    JSON.stringify(rules),
  ]);
  await world.sql.query(
    `insert into households.policy_effect (took_effect, hash) values ('2018-05-01T00:00:00+08:00', 'long ago')`,
  );
  expect(await ask('2018-06-01', 'town-kouzhen')).toMatchObject({ seenAs: 'hidden', line: { policyHash: 'long ago' } });
  expect(await ask('2018-06-01', 'helper-kouzhen')).toMatchObject({ seenAs: 'masked' });
  expect(await ask('2018-04-30', 'helper-kouzhen')).toMatchObject({ seenAs: 'unknown' });
  expect(await ask(null, 'helper-kouzhen')).toMatchObject({ seenAs: 'plain', line: { policyHash: rows[0]?.hash } });
  await world.sql.query(
    `update households.pairing set valid_from = '2019-01-01' where household_id = $1 and helper_id = $2 and valid_to is null`,
    [sample.id, personOf('helper-kouzhen')],
  );
  expect(await ask('2018-06-01', 'helper-kouzhen')).toMatchObject({ seenAs: 'hidden' });
  expect(await ask(null, 'helper-kouzhen')).toMatchObject({ seenAs: 'plain' });
});

test('rights are asked about by the auditor and the director, looks by the log auditor; what is not there has no explanation', async () => {
  const [sample] = samples as [Sample];
  const given = { type: 'Household', id: sample.id, field: 'phone' };
  for (const account of ['town-kouzhen', 'secadmin', 'sysadmin', 'logauditor'])
    expect(await (await world.as(account)).refused(WHO, given)).toBe('FORBIDDEN');
  const auditor = await world.as('auditor');
  expect(await auditor.refused(WHO, { ...given, id: '01890000-0000-7000-8000-000000000000' })).toBe('NOT_FOUND');
  expect(await auditor.refused(WHO, { ...given, type: 'Account' })).toBe('INVALID_INPUT');
  expect(await auditor.refused(WHO, { ...given, field: 'passwordHash' })).toBe('INVALID_INPUT');
  await (await world.as('helper-kouzhen')).get('query($id: ID!) { household(id: $id) { phone } }', { id: sample.id });
  const SAW =
    'query($id: ID!, $field: String) { whoSaw(type: "Household", id: $id, field: $field, from: "2018-01-01", to: "2099-01-01") { edges { node { action kind personId } } pageInfo { hasNextPage } } }';
  expect(await auditor.refused(SAW, { id: sample.id })).toBe('FORBIDDEN');
  const { whoSaw } = await (await world.as('logauditor')).get(SAW, { id: sample.id, field: 'phone' });
  expect(whoSaw.edges).toEqual([{ node: { action: 'seePhone', kind: 'sight', personId: personOf('helper-kouzhen') } }]);
});
