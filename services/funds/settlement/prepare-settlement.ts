// Prepares a settlement: the stay, its fees, the policy of the day and the patient's year, put through the rules.
import type { Rows } from '#platform/database/in-scope';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { type InsuredKind, insuredKinds, ordinaryStay } from '../settlement-policy/encounter-facts.rules';
import { findSettlementPolicy } from '../settlement-policy/find-settlement-policy';
import { insuranceYearOf } from '../settlement-policy/settlement-policy.rules';
import { Stay, StayFee } from '../stay/stay.entity';
import { nextStatus, partsOfLine } from '../stay/stay.rules';
import { type SettlementInput, type SettlementOutcome, settle } from './settlement.rules';
import { feesOfLines } from './stay-fees.rules';

export interface PreparedSettlement {
  stay: Stay;
  policyId: string;
  year: number;
  input: SettlementInput;
  outcome: SettlementOutcome;
}

/** `lock`: the patient's year is held until the transaction ends, so that two hospitals settle one after the other. */
export async function prepareSettlement(rows: Rows, stayId: string, lock: boolean): Promise<PreparedSettlement> {
  const stay = await rows.manager.findOneBy(Stay, { id: stayId });
  if (!stay) throw commonRefusals.notFound({ what: '住院 stay' });
  nextStatus(stay.status, 'settle');
  if (stay.dischargedOn === null) throw new Error(`stay ${stayId} is ${stay.status} without a day of discharge`);
  const days = { ...stay, dischargedOn: stay.dischargedOn };
  const { id: policyId, pack } = await findSettlementPolicy(rows, days);
  const lines = await rows.manager.findBy(StayFee, { stayId });
  if (lines.length === 0) throw refusals.noFees();
  const year = insuranceYearOf(pack, days);
  const [found] = await rows.query<{ totals: Record<string, string> | null }>(
    'select funds.member_year_totals($1, $2, $3) as totals',
    [stayId, year, lock],
  );
  const running = Object.fromEntries(Object.entries(found?.totals ?? {}).map(([name, fen]) => [name, BigInt(fen)]));
  const facts = {
    ...ordinaryStay,
    hospitalGrade: stay.hospitalGrade,
    insured: insuredOf(stay.insured),
    tags: stay.tags,
  };
  const input: SettlementInput = { pack, facts, fees: feesOfLines(lines.map(partsOfLine)), running, given: {} };
  return { stay, policyId, year, input, outcome: settle(input) };
}

/** The register knows more kinds; whatever it is, who is not `none` is insured. */
const insuredOf = (told: string): InsuredKind => insuredKinds.find((kind) => kind === told) ?? 'resident';
