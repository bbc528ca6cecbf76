// Supplements a settlement (补结算): the register tells more of the patient than it did on admission, and what differs is paid on and given back.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import { checkId } from '#platform/vocabulary/id';
import { parseIdentityNumber } from '#platform/vocabulary/identity-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { monitorYear } from '../monitoring/monitor-year';
import { refusals } from '../refusals';
import type { InsuredKind } from '../settlement-policy/encounter-facts.rules';
import type { AdmissionContext } from '../stay/admit-patient';
import { tellStayVerdict } from '../stay/change-stay';
import { type EntitledMember, getEntitledMember } from '../stay/get-entitled-member';
import { getInsured } from '../stay/get-insured';
import { Stay } from '../stay/stay.entity';
import { nextStatus } from '../stay/stay.rules';
import { columnsOf, differenceOf, isNothing } from './difference.rules';
import { resettle } from './engines.rules';
import { findStanding } from './find-standing';
import { insuredOf } from './prepare-settlement';
import { engineVersion } from './settlement.rules';
import { settlementRefusals } from './settlement-refusals.rules';
import type { StoredInput } from './stored-input.rules';
import { yearOf } from './two-years.rules';

export interface Supplement {
  stayId: string;
  /** shown again: the register is asked by it, and it is not kept */
  idNumber: string;
  reason: string;
}

export async function supplementSettlement(
  context: AdmissionContext,
  { stayId, idNumber: shown, reason }: Supplement,
  idempotencyKey: string,
): Promise<string> {
  checkId(stayId, '住院 stay');
  checkReason(reason);
  const { caller, inScope, tools } = context;
  const idNumber = parseIdentityNumber(shown);
  const stay = await inScope.read(({ manager }) => manager.findOneBy(Stay, { id: stayId }));
  if (!stay) throw commonRefusals.notFound({ what: '住院 stay' });
  nextStatus(stay.status, 'supplement');
  const member = await getEntitledMember(context, idNumber, stay.admittedOn);
  if (member.memberId !== stay.memberId) throw settlementRefusals.otherPatient({ field: 'idNumber' });
  const years = await insuredOfYears(context, stay);
  const payload = { stayId, reason, idNumber: tools.personalData.blindIndex(idNumber) };
  const once = { subgraph: 'funds', caller, operation: 'supplementSettlement', idempotencyKey, payload } as const;
  return inScope.write({ action: 'supplementSettlement', target: stayId, facts: { reason } }, (rows) =>
    onceOnly(rows, once, () => append(rows, stayId, { member, years }, reason)),
  );
}

interface NowKnown {
  member: EntitledMember;
  /** insured as, by year: of the year of discharge too, where it is another */
  years: ReadonlyMap<number, string>;
}

async function append(rows: WriteRows, stayId: string, { member, years }: NowKnown, reason: string): Promise<string> {
  const { first, packs, input: before, standing, supplements } = await findStanding(rows, stayId);
  const input = withFacts(before, {
    tags: member.tags ?? [],
    insuredIn: (year) => insuredOf(years.get(year) ?? member.insured),
    year: first.year,
  });
  const after = resettle(engineVersion, packs.pack, input, packs.earlierPack);
  if (!after) throw new Error(`no engine ${engineVersion}`);
  const difference = differenceOf(standing, after);
  if (isNothing(difference)) throw settlementRefusals.nothingToSupplement();
  const made = newId();
  const [answer] = await rows.query<{ verdict: string }>(
    'select funds.record_supplement($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as verdict',
    [
      made,
      first.id,
      supplements,
      reason,
      engineVersion,
      difference.patientPays.toString(),
      JSON.stringify(after.outcome),
      JSON.stringify(input),
      ...columnsOf(difference, first.year),
    ],
  );
  if (answer?.verdict === 'moved') throw commonRefusals.unavailable();
  if (answer?.verdict === 'struck') throw refusals.settlementStruck();
  tellStayVerdict(answer?.verdict ?? 'unknown', 'supplement');
  await monitorYear(rows, made);
  return made;
}

async function insuredOfYears(context: AdmissionContext, stay: Stay): Promise<ReadonlyMap<number, string>> {
  const day = stay.dischargedOn ?? stay.admittedOn;
  if (yearOf(day) === yearOf(stay.admittedOn)) return new Map();
  return new Map([[yearOf(day), await getInsured(context, stay.memberId, day)]]);
}

interface FactsNow {
  tags: readonly string[];
  insuredIn: (year: number) => InsuredKind;
  year: number;
}

function withFacts(input: StoredInput, { tags, insuredIn, year }: FactsNow): StoredInput {
  const facts = { ...input.facts, tags: [...tags], insured: insuredIn(year) };
  if (!input.earlier) return { ...input, facts };
  const before = withFacts(input.earlier.input, { tags, insuredIn, year: input.earlier.year });
  return { ...input, facts, earlier: { ...input.earlier, input: before } };
}
