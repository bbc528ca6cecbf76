// Loads the special fund of the year: notices, batches and payments through balanced journals, and the settlement policy adopted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { projectRoot } from '#platform/process/project-root';
import { packHash } from '#platform/vocabulary/canonical';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { cityOf, type FundsHands, handsOf, SEED } from './funds-hands';
import { insertRows } from './insert-rows';
import { loadAllotments } from './load-allotments';
import { loadDisbursements } from './load-disbursements';
import { loadJournals } from './load-journals';
import { loadScope } from './load-scope';

/** the first pack shipped; that Laiwu adopted it is assumed */
const PACK = 'data/settlement-policies/rizhao-2018-04.json';
const unitLineOfPayer: Readonly<Record<string, string>> = {
  'basic-insurance': 'basic-insurance',
  'critical-illness-insurance': 'critical-illness',
  'medical-assistance': 'medical-assistance',
  'supplementary-insurance': 'supplementary-insurance',
};

const SUMS = `insert into funds.village_funds (region_id, year, path, reserved, paid, returned, lines)
  select region_id, year, path, 0, sum(amount), 0, count(*) from funds.disbursement_line group by region_id, year, path`;

export async function loadFunds(
  client: Client,
  city: City,
  _tools: unknown,
  tick: (rows: number) => void,
): Promise<void> {
  await loadScope(client, 'funds', city.regions, tick);
  const hands = handsOf(city);
  const journals = [
    ...(await loadAllotments(client, city, hands)),
    ...(await loadDisbursements(client, city, hands, tick)),
  ];
  await loadJournals(client, journals);
  await client.query(SUMS);
  await loadSettlementPolicy(client, city, hands);
}

async function loadSettlementPolicy(client: Client, city: City, hands: FundsHands): Promise<void> {
  const pack = JSON.parse(readFileSync(join(projectRoot, PACK), 'utf8')) as { name: string; effectiveFrom: string };
  const { id: regionId, path } = cityOf(city);
  await client.query(
    `insert into funds.settlement_policy (id, name, pack, hash, region_id, path, effective_from, adopted_by, approved_by, adopted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $7)`,
    [
      idOf(SEED, 'settlement-policy', pack.name),
      pack.name,
      JSON.stringify(pack),
      packHash(pack),
      regionId,
      path,
      pack.effectiveFrom,
      hands.drafter,
      hands.approver,
    ],
  );
  const payers = Object.entries(unitLineOfPayer).flatMap(([payer, line]) =>
    city.units
      .filter((unit) => unit.kind === 'payer' && unit.line === line)
      .map((unit) => ({ payer, unitId: unit.id })),
  );
  await insertRows(
    client,
    'funds.settlement_payer',
    { payer: 'text', unit_id: 'uuid' },
    payers,
    ({ payer, unitId }) => [payer, unitId],
  );
}
