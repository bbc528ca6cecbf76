// Prepares a settlement: the stay, its fees, the policy of the day and the patient's year, put through the rules.
import type { Rows } from '#platform/database/in-scope';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { findSettlementPolicy } from '../settlement-policy/find-settlement-policy';
import { Stay, StayFee } from '../stay/stay.entity';
import { nextStatus } from '../stay/stay.rules';
import type { StayTotals } from './layer-payment.rules';
import type { RunningTotals } from './running-total.rules';
import { type SettlementOutcome, settle, totalsOf } from './settlement.rules';

export interface PreparedSettlement {
  stay: Stay;
  policyId: string;
  year: number;
  totals: StayTotals;
  running: RunningTotals;
  outcome: SettlementOutcome;
}

/** `lock`: the patient's year is held until the transaction ends, so that two hospitals settle one after the other. */
export async function prepareSettlement(rows: Rows, stayId: string, lock: boolean): Promise<PreparedSettlement> {
  const stay = await rows.manager.findOneBy(Stay, { id: stayId });
  if (!stay) throw commonRefusals.notFound({ what: '住院 stay' });
  nextStatus(stay.status, 'settle');
  if (stay.dischargedOn === null) throw new Error(`stay ${stayId} is ${stay.status} without a day of discharge`);
  const { id: policyId, pack } = await findSettlementPolicy(rows, { ...stay, dischargedOn: stay.dischargedOn });
  const fees = await rows.manager.findBy(StayFee, { stayId });
  if (fees.length === 0) throw refusals.noFees();
  const totals = totalsOf(fees);
  const year = Number((pack.dateBasis === 'discharge' ? stay.dischargedOn : stay.admittedOn).slice(0, 4));
  const [found] = await rows.query<{ totals: Record<string, string> | null }>(
    'select funds.member_year_totals($1, $2, $3) as totals',
    [stayId, year, lock],
  );
  const running = Object.fromEntries(Object.entries(found?.totals ?? {}).map(([name, fen]) => [name, BigInt(fen)]));
  const outcome = settle({ pack, hospitalGrade: stay.hospitalGrade, tags: stay.tags, totals, running });
  return { stay, policyId, year, totals, running, outcome };
}
