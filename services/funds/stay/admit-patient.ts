// Admits a patient (入院登记): households tells whether this person is entitled on this day, and the answer is frozen with its version.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { parseIdentityNumber } from '#platform/vocabulary/identity-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { FundsTools } from '../tools';
import { hospitalGradeOf } from './hospital-grade';
import { memberForStay } from './member-for-stay';
import type { Stay } from './stay.entity';
import type { AdmitPatientInput } from './stay.input';
import { stayById } from './stay.loader';

export async function admitPatient(
  context: Context<FundsTools>,
  input: AdmitPatientInput,
  idempotencyKey: string,
): Promise<Stay | null> {
  const { caller, inScope, tools } = context;
  const idNumber = parseIdentityNumber(input.idNumber);
  const member = await memberForStay(context, idNumber, input.admittedOn);
  const grade = await hospitalGradeOf(context);
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
  return stayById.load(context, id);
}

function tellVerdict(verdict: string): void {
  if (verdict === 'done') return;
  if (verdict === 'open') throw refusals.secondOpenStay();
  if (verdict === 'future')
    throw invalidInput('admittedOn', '入院日期不得晚于今天', 'nobody is admitted on a day to come');
  throw commonRefusals.scopeMoving();
}
