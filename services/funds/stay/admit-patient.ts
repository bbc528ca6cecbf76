// Admits a patient (入院登记): households tells whether this person is entitled on this day, and the answer is frozen with its version.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { PersonalData } from '#platform/database/personal-data';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { parseIdentityNumber } from '#platform/vocabulary/identity-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { getEntitledMember } from './get-entitled-member';
import { getHospitalGrade } from './get-hospital-grade';
import type { AdmitPatientInput } from './stay.input';

/** The keys of personal data come with it: the number is looked up, and never stored. */
export type AdmissionContext = Context<{ personalData: PersonalData }>;

export async function admitPatient(
  context: AdmissionContext,
  input: AdmitPatientInput,
  idempotencyKey: string,
): Promise<string> {
  const { caller, inScope, tools } = context;
  const idNumber = parseIdentityNumber(input.idNumber);
  const member = await getEntitledMember(context, idNumber, input.admittedOn);
  const grade = await getHospitalGrade(context);
  // The key remembers the payload by a hash; the number enters it by its blind index alone.
  const payload = { ...input, idNumber: tools.personalData.blindIndex(idNumber) };
  const once = { subgraph: 'funds', caller, operation: 'admitPatient', idempotencyKey, payload } as const;
  const run = () =>
    inScope.write({ action: 'admitPatient', facts: { admittedOn: input.admittedOn } }, async (rows) => {
      const id = await onceOnly(rows, once, async () => {
        const made = newId();
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.admit_patient($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as verdict',
          [
            made,
            grade,
            member.memberId,
            member.householdId,
            member.regionId,
            member.path,
            member.nameMasked,
            member.tags,
            member.state,
            member.insured,
            member.version,
            input.treatFirst,
            input.admittedOn,
          ],
        );
        tellVerdict(answer?.verdict ?? '');
        return made;
      });
      rows.deed.target = id;
      return id;
    });
  const id = await run().catch((error: unknown) => {
    if (brokenConstraint(error) === 'stay_one_open') throw refusals.secondOpenStay();
    throw error;
  });
  return id;
}

function tellVerdict(verdict: string): void {
  if (verdict === 'done') return;
  if (verdict === 'open') throw refusals.secondOpenStay();
  if (verdict === 'future')
    throw invalidInput('admittedOn', '入院日期不得晚于今天', 'nobody is admitted on a day to come');
  throw commonRefusals.scopeMoving();
}
