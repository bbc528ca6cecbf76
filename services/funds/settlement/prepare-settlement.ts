// Prepares a settlement: the stay, its fees, the policy of the day and the patient's year, put through the rules.
import type { Rows } from '#platform/database/in-scope';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { type EncounterFacts, type InsuredKind, insuredKinds } from '../settlement-policy/encounter-facts.rules';
import { findSettlementPolicy } from '../settlement-policy/find-settlement-policy';
import { insuranceYearOf, type PolicyPack } from '../settlement-policy/settlement-policy.rules';
import { Stay } from '../stay/stay.entity';
import { nextStatus, partsOfLine, type StayStep } from '../stay/stay.rules';
import { StayFee } from '../stay/stay-fee.entity';
import { type SettlementInput, type SettlementOutcome, settle } from './settlement.rules';
import { settlementRefusals } from './settlement-refusals.rules';
import { feesOfLines } from './stay-fees.rules';
import { fenOfTexts } from './stored-input.rules';

export interface PreparedSettlement {
  stay: Stay;
  policyId: string;
  year: number;
  input: SettlementInput;
  outcome: SettlementOutcome;
}

/** `lock`: the patient's year is held until the transaction ends, so that two hospitals settle one after the other. */
export async function prepareSettlement(
  rows: Rows,
  stayId: string,
  step: StayStep,
  lock: boolean,
): Promise<PreparedSettlement> {
  const stay = await rows.manager.findOneBy(Stay, { id: stayId });
  if (!stay) throw commonRefusals.notFound({ what: '住院 stay' });
  nextStatus(stay.status, step);
  if (stay.dischargedOn === null) throw new Error(`stay ${stayId} is ${stay.status} without a day of discharge`);
  const days = { ...stay, dischargedOn: stay.dischargedOn };
  const { id: policyId, pack } = await findSettlementPolicy(rows, days);
  checkDisease(pack, stay.disease);
  const lines = await rows.manager.findBy(StayFee, { stayId });
  if (lines.length === 0) throw refusals.noFees();
  const year = insuranceYearOf(pack, days);
  const [found] = await rows.query<{ year: { totals: Record<string, string>; stays: number } | null }>(
    'select funds.member_year_facts($1, $2, $3) as year',
    [stayId, year, lock],
  );
  const running = fenOfTexts(found?.year?.totals ?? {});
  const facts = factsOf(stay, found?.year?.stays ?? 0);
  const input = { pack, facts, fees: feesOfLines(lines.map(partsOfLine)), running, given: fenOfTexts(stay.given) };
  return { stay, policyId, year, input, outcome: settle(input) };
}

function factsOf(stay: Stay, staysBefore: number): EncounterFacts {
  const { hospitalGrade, hospitalLevel, encounter, area, referred, disease, tags } = stay;
  return {
    ...{ hospitalGrade, hospitalLevel, encounter, area, referred, disease, tags },
    insured: insuredOf(stay.insured),
    stayOfYear: staysBefore + 1,
  };
}

/** The register knows more kinds; whatever it is, who is not `none` is insured. */
export const insuredOf = (told: string): InsuredKind => insuredKinds.find((kind) => kind === told) ?? 'resident';

/** Outpatient care is paid for the diseases that the policy lists, and for no others. */
function checkDisease({ outpatient }: PolicyPack, disease: string | null): void {
  if (disease === null || outpatient?.diseases.some(({ code }) => code === disease)) return;
  throw settlementRefusals.diseaseNotListed({ field: 'disease', disease });
}
