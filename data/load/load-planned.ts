// Loads what is planned and what was lent in the demo city: the end of Laiwu on 9 January 2019, approved and not yet carried out, and a delegation of spring.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { projectRoot } from '#platform/process/project-root';
import { contentHash, packHash } from '#platform/vocabulary/canonical';
import { planRegionChange } from '../../services/organisation/region-change/region-change.rules';
import type { TreeRegion } from '../../services/organisation/region-change/region-step.rules';
import { readRegionChange, stepsOf } from '../changes/read-region-change';
import { idOf } from '../generate/ids';
import type { AppointmentRow, DemoAccountRow, RegionRow } from '../generate/rows';

interface Founded {
  regions: readonly RegionRow[];
  appointments: readonly AppointmentRow[];
  demoAccounts: readonly DemoAccountRow[];
}

const FILE = '2019-01-09-laiwu-into-jinan';
const TREE = `select id, code, name, kind, parent_id as "parentId", statistical_parent_id as "statisticalParentId", path,
  valid_from::text as "validFrom", valid_to::text as "validTo" from organisation.region order by path`;

export async function loadPlanned(client: Client, city: Founded): Promise<void> {
  const person = (account: string) => city.demoAccounts.find((demo) => demo.account === account)?.personId;
  const [officer, director, assessor] = [person('city-officer'), person('city-director'), person('city-assessor')];
  const whole = city.regions.find(({ kind }) => kind === 'city');
  if (!officer || !director || !assessor || !whole) return;
  const file = readRegionChange(FILE);
  const { rows: tree } = await client.query<TreeRegion>(TREE);
  const steps = stepsOf(file, (named) => tree.find(({ code, name }) => code === named || name === named)?.id);
  let founded = 0;
  const plan = planRegionChange(tree, [], steps, file.effectiveOn, () => idOf(0, 'founded-region', String(founded++)));
  await client.query(
    `insert into organisation.region_change (id, title, region_id, path, effective_on, base_epoch, steps, plan, plan_hash, state, proposed_by, proposed_at,
       approved_by, approved_at, document_number)
     values ($1, $2, $3, $4, $5, coalesce((select epoch from organisation.region_tree), 1), $6, $7, $8, 'approved', $9, '2018-12-26T02:00:00Z',
       $10, '2018-12-28T02:00:00Z', $11)`,
    [
      idOf(0, 'region-change', FILE),
      file.title,
      whole.id,
      whole.path,
      file.effectiveOn,
      JSON.stringify(steps),
      JSON.stringify(plan),
      contentHash(plan),
      officer,
      director,
      file.documentNumber,
    ],
  );
  const lent = city.appointments.find(({ personId }) => personId === officer);
  const rules: unknown = JSON.parse(readFileSync(join(projectRoot, 'data/delegation/laiwu-2018.json'), 'utf8'));
  await client.query(
    `insert into organisation.delegation (id, appointment_id, delegator_id, delegate_id, valid_from, valid_to, reason, pack_hash, given_at)
     values ($1, $2, $3, $4, '2018-05-07', '2018-05-19', '赴省里参加扶贫干部培训', $5, '2018-05-04T02:00:00Z')`,
    [idOf(0, 'delegation', 'spring'), lent?.id, officer, assessor, packHash(rules as object)],
  );
}
