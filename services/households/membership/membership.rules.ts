// Natural additions and removals (人口自然增减): with reason, day and document; the head gives the place to another one first.
import { checkCode, checkText } from '../household/codes.rules';
import { refusals } from '../refusals';
import { registerRefusals } from '../register-refusals.rules';

export interface MembershipForm {
  reason: string;
  on: string;
  documentNumber: string;
}

export interface PresentMembership {
  relation: string;
  joinedOn: string | null;
  leftOn: string | null;
  /** how many others are in the household */
  others: number;
}

function checkForm(list: 'joining' | 'leaving', form: MembershipForm, earliest: string, today: string): MembershipForm {
  if (form.on > today || form.on < earliest)
    throw registerRefusals.changeOutOfTime({ validFrom: form.on, registeredOn: earliest, today });
  return {
    reason: checkCode(list, form.reason, 'reason'),
    on: form.on,
    documentNumber: checkText(form.documentNumber, 'documentNumber', 4, 100),
  };
}

/** Who was left out at the registration belongs to the household from that day; whoever joins does so on a day since. */
export function checkJoining(form: MembershipForm, registeredOn: string, today: string): MembershipForm {
  return form.reason === 'omitted'
    ? checkForm('joining', { ...form, on: registeredOn }, registeredOn, today)
    : checkForm('joining', form, registeredOn, today);
}

export function checkLeaving(
  form: MembershipForm,
  member: PresentMembership,
  registeredOn: string,
  today: string,
): MembershipForm {
  if (member.leftOn) throw registerRefusals.memberLeft({ leftOn: member.leftOn });
  if (member.relation === 'head' && member.others > 0) throw registerRefusals.headLeaves();
  return checkForm('leaving', form, member.joinedOn ?? registeredOn, today);
}

export function checkReturn(
  form: MembershipForm,
  member: PresentMembership,
  relation: string,
  today: string,
): MembershipForm {
  if (!member.leftOn) throw registerRefusals.memberPresent();
  const code = checkCode('relation', relation, 'relation');
  if ((code === 'head') !== (member.others === 0)) throw refusals.headNotOne({ heads: code === 'head' ? 2 : 0 });
  return checkForm('joining', form, member.leftOn, today);
}

export interface RelationTold {
  memberId: string;
  relation: string;
}

/** Relations under a new head: the former head is told anew, others as far as told; nobody else is called head. */
export function checkRelations(
  present: readonly RelationTold[],
  headId: string,
  told: readonly RelationTold[],
): RelationTold[] {
  const former = present.find(({ relation }) => relation === 'head');
  if (!present.some(({ memberId }) => memberId === headId) || former?.memberId === headId)
    throw refusals.headNotOne({ heads: 0 });
  const known = new Map(told.map(({ memberId, relation }) => [memberId, checkCode('relation', relation, 'relations')]));
  if (former && !known.has(former.memberId)) throw registerRefusals.relationMissing();
  const anew = present.map(({ memberId, relation }) => ({
    memberId,
    relation: memberId === headId ? 'head' : (known.get(memberId) ?? relation),
  }));
  const heads = anew.filter(({ relation }) => relation === 'head').length;
  if (heads !== 1) throw refusals.headNotOne({ heads });
  return anew;
}
