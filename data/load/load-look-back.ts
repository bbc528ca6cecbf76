// Loads the look-back (回头看) of the demo town: its frozen list, and some households checked, found wrong, put right and settled.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { projectRoot } from '#platform/process/project-root';
import { packHash } from '#platform/vocabulary/canonical';
import { parseLookBackPack } from '../../services/households/look-back/look-back-pack.rules';
import type { CaseRow, Determinations } from '../generate/determinations';

const way: readonly CaseRow['state'][] = ['problem', 'fixed', 'settled'];

export async function loadLookBack(
  client: Client,
  lookBack: NonNullable<Determinations['lookBack']>,
  hands: Determinations['hands'],
  tick: (rows: number) => void,
): Promise<void> {
  const text = readFileSync(join(projectRoot, 'data/look-backs/laiwu-2018.json'), 'utf8');
  const pack = parseLookBackPack(JSON.parse(text));
  const { id, regionId, path, openedBy, cases } = lookBack;
  const ids = cases.map(({ household }) => household.id).sort();
  const hash = createHash('sha256').update(ids.join(',')).digest('hex');
  await client.query(
    `insert into households.look_back (id, region_id, path, year, title, document_number, visit_until, recheck_until, close_until, households, list_hash,
       pack_name, pack_hash, opened_by, opened_at)
     values ($1, $2, $3, 2017, '2017年脱贫户“回头看”', '莱城扶〔2018〕21号（拟）', '2018-09-13', '2018-09-24', '2018-09-30', $4, $5, $6, $7, $8, '2018-05-02T01:00:00Z')`,
    [id, regionId, path, cases.length, hash, pack.name, packHash(pack), openedBy],
  );
  await client.query(
    `insert into households.look_back_case (id, look_back_id, household_id, region_id, path, state)
     select c.id, $1, c.household_id, c.region_id, c.path, 'to-check' from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) c(id, household_id, region_id, path)`,
    [
      id,
      cases.map((each) => each.id),
      cases.map(({ household }) => household.id),
      cases.map(({ household }) => household.regionId),
      cases.map(({ household }) => household.path),
    ],
  );
  for (const each of cases.filter(({ state }) => state !== 'to-check')) await check(client, each, hands);
  tick(cases.length);
}

/** Checked by the first secretary, put right by the town, re-checked by the district. */
async function check(client: Client, { id, state }: CaseRow, { secretary, town, district }: Determinations['hands']) {
  const set = (values: string, ...more: string[]) =>
    client.query(`update households.look_back_case set ${values} where id = $1`, [id, ...more]);
  if (state === 'clean') {
    await set(`state = 'clean', checked_by = $2, checked_at = '2018-05-10T02:00:00Z'`, secretary);
    return;
  }
  const steps = {
    problem: () =>
      set(
        `state = 'problem', category = 'people-differ', finding = '户内一人已外嫁，一名新生儿未登记', checked_by = $2, checked_at = '2018-05-10T02:00:00Z'`,
        secretary,
      ),
    fixed: () => set(`state = 'fixed', fix = '已更正家庭成员', fixed_by = $2, fixed_at = '2018-05-16T02:00:00Z'`, town),
    settled: () =>
      set(
        `state = 'settled', rechecked_by = $2, rechecked_at = '2018-05-21T02:00:00Z', recheck_remark = '入户核对，人户相符'`,
        district,
      ),
  };
  for (const to of way.slice(0, way.indexOf(state) + 1)) await steps[to as keyof typeof steps]();
}
