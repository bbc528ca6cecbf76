// Prepares a settlement: the stay, its fees, the policy of the day and the patient's year, put through the rules; of a stay that is split, of two years.
import type { Rows } from '#platform/database/in-scope';
import { sumOf } from '#platform/vocabulary/money';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { type EncounterFacts, type InsuredKind, insuredKinds } from '../settlement-policy/encounter-facts.rules';
import {
  chooseSettlementPolicy,
  type FoundPolicy,
  findSettlementPolicy,
} from '../settlement-policy/find-settlement-policy';
import { insuranceYearOf, type PolicyPack } from '../settlement-policy/settlement-policy.rules';
import type { Stay } from '../stay/stay.entity';
import { nextStatus, partsOfLine, type StayStep } from '../stay/stay.rules';
import type { StayFee } from '../stay/stay-fee.entity';
import type { Resettled } from './difference.rules';
import { resettle } from './engines.rules';
import { readGround, readYear, type SettlementGround, type YearFacts } from './read-ground';
import { engineVersion } from './settlement.rules';
import { settlementRefusals } from './settlement-refusals.rules';
import { feesOfLines } from './stay-fees.rules';
import { fenOfTexts, type StoredInput, storedInput } from './stored-input.rules';
import { lastDayOf, splitFees, yearOf } from './two-years.rules';

export interface PreparedSettlement {
  stay: Stay;
  policyId: string;
  year: number;
  bill: bigint;
  inPolicy: bigint;
  input: StoredInput;
  settled: Resettled;
}

interface Part extends FoundPolicy {
  year: number;
  bill: bigint;
  input: StoredInput;
}

/** `lock`: the patient's year is held until the transaction ends, so that two hospitals settle one after the other. */
export async function prepareSettlement(
  rows: Rows,
  stayId: string,
  step: StayStep,
  lock: boolean,
): Promise<PreparedSettlement> {
  return prepareOn(rows, await readGround(rows, stayId, lock), step, lock);
}

export async function prepareOn(
  rows: Rows,
  { stay, lines, policies, facts }: SettlementGround,
  step: StayStep,
  lock: boolean,
): Promise<PreparedSettlement> {
  if (!stay) throw commonRefusals.notFound({ what: '住院 stay' });
  nextStatus(stay.status, step);
  if (stay.dischargedOn === null) throw new Error(`stay ${stay.id} is ${stay.status} without a day of discharge`);
  const days = { ...stay, dischargedOn: stay.dischargedOn };
  const policy = await chooseSettlementPolicy(rows, policies, days);
  checkDisease(policy.pack, stay.disease);
  if (lines.length === 0) throw refusals.noFees();
  const { earlier, later } = splitFees(policy.pack, days, lines);
  if (earlier.length > 0 && Object.keys(stay.given).length > 0)
    throw settlementRefusals.givenOfTwoYears({ field: 'given' });
  // The years are locked in their order, so that nobody waits for somebody who waits for him.
  const before = earlier.length > 0 ? await earlierPart(rows, stay, earlier, lock) : null;
  const after =
    later.length > 0
      ? await partOf(rows, stay, policy, later, { year: insuranceYearOf(policy.pack, days), lock, facts })
      : null;
  const inPolicy = sumOf(lines.map(({ amount, outOfPolicy }) => amount - outOfPolicy));
  return { ...joined(stay, before, after), inPolicy };
}

function joined(stay: Stay, before: Part | null, after: Part | null): Omit<PreparedSettlement, 'inPolicy'> {
  const [last, first] = after === null ? [before, null] : [after, before];
  if (last === null) throw refusals.noFees();
  const input = first === null ? last.input : { ...last.input, earlier: earlierOf(first) };
  const settled = resettle(engineVersion, last.pack, input, first?.pack ?? null);
  if (!settled) throw new Error(`no engine ${engineVersion}`);
  return { stay, policyId: last.id, year: last.year, bill: last.bill + (first?.bill ?? 0n), input, settled };
}

const earlierOf = ({ year, id, hash, input }: Part) => ({ year, policyId: id, packHash: hash, input });

async function earlierPart(rows: Rows, stay: Stay, lines: readonly StayFee[], lock: boolean): Promise<Part> {
  const year = yearOf(stay.admittedOn);
  const policy = await findSettlementPolicy(rows, { ...stay, dischargedOn: lastDayOf(year) });
  return partOf(rows, stay, policy, lines, { year, lock });
}

async function partOf(
  rows: Rows,
  stay: Stay,
  policy: FoundPolicy,
  lines: readonly StayFee[],
  { year, lock, facts = null }: { year: number; lock: boolean; facts?: YearFacts | null },
): Promise<Part> {
  const found = facts ?? (await readYear(rows, stay.id, year, lock));
  const fees = feesOfLines(lines.map(partsOfLine));
  const input = storedInput({
    pack: policy.pack,
    facts: factsOf(stay, year, found?.stays ?? 0),
    fees,
    running: fenOfTexts(found?.totals ?? {}),
    given: fenOfTexts(stay.given),
  });
  return { ...policy, year, bill: fees.bill, input };
}

function factsOf(stay: Stay, year: number, staysBefore: number): EncounterFacts {
  const { hospitalGrade, hospitalLevel, encounter, area, referred, disease, tags } = stay;
  return {
    ...{ hospitalGrade, hospitalLevel, encounter, area, referred, disease, tags },
    insured: insuredOf(insuredIn(stay, year)),
    stayOfYear: staysBefore + 1,
  };
}

/** As the register told it of this year: on admission of the year of admission, on discharge of a later one. */
const insuredIn = ({ admittedOn, insured, insuredOnDischarge }: Stay, year: number): string =>
  year === yearOf(admittedOn) ? insured : (insuredOnDischarge ?? insured);

/** The register knows more kinds; whatever it is, who is not `none` is insured. */
export const insuredOf = (told: string): InsuredKind => insuredKinds.find((kind) => kind === told) ?? 'resident';

/** Outpatient care is paid for the diseases that the policy lists, and for no others. */
function checkDisease({ outpatient }: PolicyPack, disease: string | null): void {
  if (disease === null || outpatient?.diseases.some(({ code }) => code === disease)) return;
  throw settlementRefusals.diseaseNotListed({ field: 'disease', disease });
}
