// Loads a few discharges of the demo city that monitoring judged (演示监测): one that kept all rules, one not treated first, one settled late.
import type { Client } from 'pg';
import { readData } from '#platform/process/read-data';
import { type FoundViolation, judgeStay, type MonitoredStay } from '../../services/funds/monitoring/judge-stay.rules';
import type { MonitoringRule } from '../../services/funds/monitoring/monitoring-pack.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { SEED } from './funds-hands';
import { type LoadedStay, loadSettledStay, openHospital, patientsOf } from './load-stays';

interface DemoCase {
  inPolicy: bigint;
  outOfPolicy: bigint;
  admittedOn: string;
  dischargedOn: string;
  settledOn: string;
  treatFirst: boolean;
}

const cases: readonly DemoCase[] = [
  {
    inPolicy: 421_000n,
    outOfPolicy: 18_000n,
    admittedOn: '2018-07-03',
    dischargedOn: '2018-07-11',
    settledOn: '2018-07-11',
    treatFirst: true,
  },
  {
    inPolicy: 305_500n,
    outOfPolicy: 0n,
    admittedOn: '2018-07-09',
    dischargedOn: '2018-07-16',
    settledOn: '2018-07-16',
    treatFirst: false,
  },
  {
    inPolicy: 518_200n,
    outOfPolicy: 40_300n,
    admittedOn: '2018-07-20',
    dischargedOn: '2018-08-02',
    settledOn: '2018-08-14',
    treatFirst: true,
  },
];

export async function loadMonitoring(client: Client, city: City): Promise<void> {
  const hospital = await openHospital(client, city);
  const rules = await rulesInForce(client);
  if (!hospital || rules.length === 0) return;
  // Others than those whose stays are loaded beside.
  const patients = patientsOf(city, 20).slice(0, cases.length);
  for (const [at, patient] of patients.entries()) {
    const each = cases[at] as DemoCase;
    const stay: LoadedStay = { ...hospital, ...each, id: idOf(SEED, 'stay', `monitored/${at}`) };
    const settled = await loadSettledStay(client, stay, patient, {
      ...each,
      policyId: hospital.policyId,
      at: `monitored/${at}`,
    });
    const burden = {
      bill: (each.inPolicy + each.outOfPolicy).toString(),
      compliant: each.inPolicy.toString(),
      patientPays: settled.patientPays.toString(),
      patientCompliant: settled.patientPaysInPolicy.toString(),
    };
    const facts: MonitoredStay = {
      ...{
        settlementId: settled.id,
        standing: true,
        encounter: 'stay',
        area: 'in',
        paidElsewhere: false,
        treatFirst: each.treatFirst,
      },
      ...{
        exclusion: null,
        dischargedOn: each.dischargedOn,
        settledOn: each.settledOn,
        tags: ['registered-poor'],
        stay: burden,
        year: burden,
      },
    };
    await insertCheck(client, facts, rules);
  }
}

interface StandingRule {
  rule: MonitoringRule;
  hash: string;
}

async function rulesInForce(client: Client): Promise<StandingRule[]> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    `select name, hash from funds.pack where kind like 'monitoring-%' order by kind`,
  );
  const contents = readData('monitoring', (json) => json as MonitoringRule);
  return rows.flatMap(({ name, hash }) =>
    contents.filter((rule) => rule.name === name).map((rule) => ({ rule, hash })),
  );
}

async function insertCheck(
  client: Client,
  { settlementId, ...facts }: MonitoredStay,
  rules: readonly StandingRule[],
): Promise<void> {
  const check = idOf(SEED, 'monitoring-check', settlementId);
  const packs = Object.fromEntries(rules.map(({ rule, hash }) => [rule.measure, hash]));
  await client.query(
    `insert into funds.monitoring_check (id, settlement_id, hospital_id, region_id, path, discharged_on, stands, packs, facts, judged_at)
     select $1, t.id, t.hospital_id, t.region_id, t.path, $3, true, $4, $5, t.settled_on from funds.settlement t where t.id = $2`,
    [check, settlementId, facts.dischargedOn, JSON.stringify(packs), JSON.stringify(facts)],
  );
  for (const { rule, hash } of rules) {
    const found: FoundViolation | null = judgeStay(rule, { settlementId, ...facts });
    if (found)
      await client.query(
        `insert into funds.monitoring_violation (id, check_id, settlement_id, hospital_id, region_id, path, patient_name, discharged_on, measure, per, cost, pack_hash,
           measured, bound, told_zh, told_en, found_on)
         select $1, $2, t.id, t.hospital_id, t.region_id, t.path, t.patient_name, $4, $5, $6, $7, $8, $9, $10, $11, $12, t.settled_on from funds.settlement t where t.id = $3`,
        [
          ...[
            idOf(SEED, 'monitoring-violation', `${settlementId}/${rule.measure}`),
            check,
            settlementId,
            facts.dischargedOn,
          ],
          ...[found.measure, found.per, found.cost, hash, found.measured, found.bound, found.zh, found.en],
        ],
      );
  }
}
