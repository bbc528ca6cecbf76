// Supplements a settlement (补结算): the register tells more of the patient than it did on admission, and what differs is paid on and given back.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import { checkId } from '#platform/vocabulary/id';
import { parseIdentityNumber } from '#platform/vocabulary/identity-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { refusals } from '../refusals';
import type { AdmissionContext } from '../stay/admit-patient';
import { tellStayVerdict } from '../stay/change-stay';
import { type EntitledMember, getEntitledMember } from '../stay/get-entitled-member';
import { Stay } from '../stay/stay.entity';
import { nextStatus } from '../stay/stay.rules';
import { differenceOf, isNothing } from './difference.rules';
import { resettle } from './engines.rules';
import { findStanding } from './find-standing';
import { insuredOf } from './prepare-settlement';
import { engineVersion } from './settlement.rules';
import { settlementRefusals } from './settlement-refusals.rules';

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
  const payload = { stayId, reason, idNumber: tools.personalData.blindIndex(idNumber) };
  const once = { subgraph: 'funds', caller, operation: 'supplementSettlement', idempotencyKey, payload } as const;
  return inScope.write({ action: 'supplementSettlement', target: stayId, facts: { reason } }, (rows) =>
    onceOnly(rows, once, () => append(rows, stayId, member, reason)),
  );
}

async function append(rows: WriteRows, stayId: string, member: EntitledMember, reason: string): Promise<string> {
  const { first, pack, input: before, standing, supplements } = await findStanding(rows, stayId);
  const input = {
    ...before,
    facts: { ...before.facts, tags: member.tags ?? [], insured: insuredOf(member.insured) },
  };
  const after = resettle(engineVersion, pack, input);
  if (!after) throw new Error(`no engine ${engineVersion}`);
  const { shares, patientPays, moved } = differenceOf(standing, after);
  if (isNothing({ shares, patientPays, moved })) throw settlementRefusals.nothingToSupplement();
  const made = newId();
  const [answer] = await rows.query<{ verdict: string }>(
    'select funds.record_supplement($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as verdict',
    [
      made,
      first.id,
      supplements,
      reason,
      engineVersion,
      patientPays.toString(),
      JSON.stringify(after.outcome),
      JSON.stringify(input),
      shares.map(({ layer }) => layer),
      shares.map(({ payer }) => payer),
      shares.map(({ amount }) => amount.toString()),
      moved.map(({ name }) => name),
      moved.map(({ amount }) => amount.toString()),
    ],
  );
  if (answer?.verdict === 'moved') throw commonRefusals.unavailable();
  if (answer?.verdict === 'struck') throw refusals.settlementStruck();
  tellStayVerdict(answer?.verdict ?? 'unknown', 'supplement');
  return made;
}
