// How a suspected duplicate (疑似重复) is judged: once, by the nearest superior of both sides, and what each verdict must name.

import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { duplicateRefusals } from './duplicate-refusals.rules';

export interface DuplicatePair {
  memberId: string;
  otherMemberId: string;
  superior: string;
  verdict: string | null;
}

export interface VerdictForm {
  verdict: string;
  keptMemberId?: string | null;
  wrongMemberId?: string | null;
  remark?: string | null;
}

export interface Verdict {
  keptMemberId: string | null;
  wrongMemberId: string | null;
  remark: string | null;
  /** what the town of one side has to do, if anything */
  asks: { memberId: string; asked: 'correct-number' | 'remove-member' } | null;
}

/** `path`: of the caller's own region. */
export function checkVerdict(pair: DuplicatePair, form: VerdictForm, path: string): Verdict {
  if (pair.verdict !== null) throw duplicateRefusals.duplicateDecided();
  if (pair.superior !== path) throw duplicateRefusals.notTheSuperior();
  const sides = [pair.memberId, pair.otherMemberId];
  const { verdict, keptMemberId = null, wrongMemberId = null } = form;
  const remark = form.remark?.trim() || null;
  refusePersonalNumbers('remark', remark);
  const oneOf = (field: string, given: string | null, due: boolean) => {
    if (due ? given !== null && sides.includes(given) : given === null) return;
    throw invalidInput(
      field,
      due ? '须为两名成员之一' : '此结果不需填写',
      due ? 'is one of the two members' : 'is not told with this verdict',
    );
  };
  oneOf('keptMemberId', keptMemberId, verdict === 'same-person');
  oneOf('wrongMemberId', wrongMemberId, verdict === 'wrong-number');
  if (verdict === 'different-people' && !remark)
    throw invalidInput('remark', '须说明如何核实不是同一人', 'say how it was verified that they are two');
  if (verdict === 'over') throw invalidInput('verdict', '此结果由系统得出', 'comes about by itself');
  if (wrongMemberId)
    return { keptMemberId, wrongMemberId, remark, asks: { memberId: wrongMemberId, asked: 'correct-number' } };
  const leaving = keptMemberId && sides.find((id) => id !== keptMemberId);
  return { keptMemberId, wrongMemberId, remark, asks: leaving ? { memberId: leaving, asked: 'remove-member' } : null };
}
