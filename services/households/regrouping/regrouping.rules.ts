// Splitting and merging (分户、并户): who may move, that nobody is left without a head, and when undoing still gives back what was there.
import { checkCode, checkText } from '../household/codes.rules';
import { checkReason } from '../member/member.rules';
import type { RelationTold } from '../membership/membership.rules';
import { refusals } from '../refusals';
import { registerRefusals } from '../register-refusals.rules';

export interface Mover extends RelationTold {
  joinedOn: string | null;
}

export interface RegroupingForm {
  on: string;
  reason: string;
  documentNumber: string;
}

export function checkRegrouping(form: RegroupingForm, earliest: string, today: string): RegroupingForm {
  if (form.on > today || form.on <= earliest)
    throw registerRefusals.changeOutOfTime({ validFrom: form.on, registeredOn: earliest, today });
  return {
    on: form.on,
    reason: checkReason(form.reason),
    documentNumber: checkText(form.documentNumber, 'documentNumber', 4, 100),
  };
}

/** The latest day on which anything of this began; a regrouping is later, so that nobody's stay has no day. */
export function latestOf(registered: readonly string[], movers: readonly Mover[]): string {
  const days = [...registered, ...movers.flatMap(({ joinedOn }) => joinedOn ?? [])].sort();
  return days[days.length - 1] as string;
}

/** The head stays, somebody goes, and one of those who go is the head of the new household. */
export function checkSplit(present: readonly Mover[], memberIds: readonly string[], headId: string): Mover[] {
  const movers = present.filter(({ memberId }) => memberIds.includes(memberId));
  if (movers.length === 0 || movers.length !== new Set(memberIds).size) throw registerRefusals.splitMembers();
  if (movers.some(({ relation }) => relation === 'head')) throw registerRefusals.headLeaves();
  if (!memberIds.includes(headId)) throw refusals.headNotOne({ heads: 0 });
  return movers;
}

/** Relations in the household that they come into; whoever is not told is related otherwise (其他). */
export function relationsAnew(
  movers: readonly Mover[],
  told: readonly RelationTold[],
  headId: string | null,
): RelationTold[] {
  const known = new Map(told.map(({ memberId, relation }) => [memberId, checkCode('relation', relation, 'relations')]));
  const anew = movers.map(({ memberId }) => ({
    memberId,
    relation: memberId === headId ? 'head' : (known.get(memberId) ?? 'other'),
  }));
  const heads = anew.filter(({ relation }) => relation === 'head').length;
  if (heads !== (headId ? 1 : 0)) throw refusals.headNotOne({ heads });
  return anew;
}

export function checkMerge(from: { id: string; regionId: string; state: string }, into: typeof from): void {
  if (from.id === into.id || from.regionId !== into.regionId || [from.state, into.state].includes('removed'))
    throw registerRefusals.mergeForbids();
}

export interface Standing {
  memberId: string;
  householdId: string;
  relation: string;
}

/** Those who moved must be where they moved to, and none of them may have become the head of a household that was there before. */
export function checkUndo(
  kind: 'split' | 'merge',
  undoneAt: Date | null,
  intoId: string,
  movers: readonly Standing[],
  othersPresent: number,
): void {
  if (undoneAt) throw registerRefusals.regroupingUndone();
  const moved = movers.every(({ householdId }) => householdId === intoId);
  const headed = kind === 'merge' && movers.some(({ relation }) => relation === 'head');
  if (!moved || headed || (kind === 'split' && othersPresent > 0)) throw registerRefusals.regroupedSince();
}
