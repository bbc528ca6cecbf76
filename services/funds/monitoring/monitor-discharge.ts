// Monitors one discharge as it is settled (出院结算即监测): the last of its year, so that it alone is judged, from what the settlement has read under its lock.
import type { Rows } from '#platform/database/in-scope';
import { sumOf } from '#platform/vocabulary/money';
import type { PreparedSettlement } from '../settlement/prepare-settlement';
import type { Burden, MonitoredStay } from './judge-stay.rules';
import { checkOf, type MonitoringCheck, rulesOfPacks, type StandingPack } from './monitor-year';
import { monitoringPackKinds } from './monitoring-pack.rules';

/** The year as it stood before, and the packs that stand on the day of discharge. */
export interface DischargeGround {
  today: string;
  burden: Burden;
  packs: StandingPack[];
}

const GROUND = `select funds.today()::text as today, funds.member_year_burden(s.id, extract(year from s.discharged_on)::int) as burden,
    coalesce((select jsonb_agg(k) from (select distinct on (p.kind) p.kind, p.id, p.hash from funds.pack p where p.kind = any ($2::text[]) and p.approved_at is not null
      and p.withdrawn_at is null and p.effective_from <= s.discharged_on and (p.in_force_to is null or p.in_force_to > s.discharged_on)
      order by p.kind, p.effective_from desc) k), '[]') as packs
  from funds.stay s where s.id = $1 and s.encounter = 'stay' and extract(year from s.admitted_on) = extract(year from s.discharged_on)`;

/** Null for care without a bed, which ends in no discharge, and for a stay over 31 December, whose two years are read when it is settled. */
export async function readDischarge(rows: Rows, stayId: string): Promise<DischargeGround | null> {
  const [found = null] = await rows.query<DischargeGround>(GROUND, [
    stayId,
    monitoringPackKinds.map(({ kind }) => kind),
  ]);
  return found;
}

export async function monitorDischarge(
  rows: Rows,
  settlementId: string,
  { stay, bill, inPolicy, settled }: PreparedSettlement,
  { today, burden, packs }: DischargeGround,
): Promise<MonitoringCheck> {
  const own: Burden = {
    bill: bill.toString(),
    compliant: inPolicy.toString(),
    patientPays: settled.patientPays.toString(),
    patientCompliant: sumOf(
      Object.keys(settled.moved)
        .filter((name) => name.startsWith('patient-borne/in-policy/'))
        .map((name) => settled.moved[name] ?? 0n),
    ).toString(),
  };
  const told: MonitoredStay = {
    settlementId,
    standing: true,
    encounter: stay.encounter,
    area: stay.area,
    paidElsewhere: Object.keys(stay.given).length > 0,
    treatFirst: stay.treatFirst,
    exclusion: stay.treatFirstExclusion,
    dischargedOn: stay.dischargedOn ?? today,
    settledOn: today,
    tags: settled.outcome.tags,
    stay: own,
    year: added(burden, own),
  };
  return checkOf(await rulesOfPacks(rows, packs), told);
}

const added = (before: Burden, own: Burden): Burden => ({
  bill: sum(before.bill, own.bill),
  compliant: sum(before.compliant, own.compliant),
  patientPays: sum(before.patientPays, own.patientPays),
  patientCompliant: sum(before.patientCompliant, own.patientCompliant),
});
const sum = (one: string, other: string): string => (BigInt(one) + BigInt(other)).toString();
