// Admits a patient (入院登记): households tells whether this person is entitled on this day, and the answer is frozen with its version.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { PersonalData } from '#platform/database/personal-data';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { parseIdentityNumber } from '#platform/vocabulary/identity-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { seekSettlementPolicy } from '../settlement-policy/find-settlement-policy';
import { type AdmissionPlace, checkAdmission, placeOf } from './admission.rules';
import { findDesignation } from './find-designation';
import { type EntitledMember, getEntitledMember } from './get-entitled-member';
import type { AdmitPatientInput } from './stay.input';
import { checkListed } from './treat-first.rules';

/** The keys of personal data come with it: the number is looked up, and never stored. */
export type AdmissionContext = Context<{ personalData: PersonalData }>;

export async function admitPatient(
  context: AdmissionContext,
  input: AdmitPatientInput,
  idempotencyKey: string,
): Promise<string> {
  const { caller, inScope, tools } = context;
  const idNumber = parseIdentityNumber(input.idNumber);
  const form = wholeForm(input);
  checkAdmission(form);
  const member = await getEntitledMember(context, idNumber, input.admittedOn);
  const own = await findDesignation(context, input.admittedOn, input.encounter);
  const place = placeOf(form.outside, own);
  // The key remembers the payload by a hash; the number enters it by its blind index alone.
  const payload = { ...input, idNumber: tools.personalData.blindIndex(idNumber) };
  const once = { subgraph: 'funds', caller, operation: 'admitPatient', idempotencyKey, payload } as const;
  const run = () =>
    inScope.write({ action: 'admitPatient', facts: { admittedOn: input.admittedOn } }, async (rows) => {
      const id = await onceOnly(rows, once, async () => {
        const made = newId();
        const { admittedOn } = input;
        const policy = await seekSettlementPolicy(rows, { path: member.path, admittedOn, dischargedOn: admittedOn });
        checkListed(form, policy?.pack.treatFirst?.exclusions ?? null);
        const [answer] = await rows.query<{ verdict: string }>('select funds.admit_patient($1, $2) as verdict', [
          made,
          JSON.stringify(factsOf(member, place, form)),
        ]);
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

/** What a client leaves out comes as undefined. */
function wholeForm(input: AdmitPatientInput) {
  return {
    ...input,
    disease: input.disease ?? null,
    treatFirstExclusion: input.treatFirstExclusion ?? null,
    agreementOn: input.agreementOn ?? null,
    outside: input.outside ?? null,
  };
}

function factsOf(member: EntitledMember, { grade, level, area, outside }: AdmissionPlace, input: AdmitPatientInput) {
  return {
    ...{ grade, level, area, outside },
    encounter: input.encounter,
    disease: input.disease,
    diagnoses: input.diagnoses,
    referred: input.referred,
    member: member.memberId,
    household: member.householdId,
    region: member.regionId,
    path: member.path,
    name: member.nameMasked,
    tags: member.tags,
    state: member.state,
    insured: member.insured,
    version: member.version,
    treat_first: input.treatFirst,
    exclusion: input.treatFirstExclusion,
    agreement_on: input.agreementOn,
    admitted_on: input.admittedOn,
  };
}

function tellVerdict(verdict: string): void {
  if (verdict === 'done') return;
  if (verdict === 'open') throw refusals.secondOpenStay();
  if (verdict === 'future')
    throw invalidInput('admittedOn', '入院日期不得晚于今天', 'nobody is admitted on a day to come');
  throw commonRefusals.scopeMoving();
}
