// A complaint about wrong data (数据有误): which figures it may be about, and who takes which step: filed, examined, answered, by three people.
import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkCode, checkText, codes } from '../household/codes.rules';
import { householdStates } from '../household-state/household-state.rules';
import { complaintRefusals } from './complaint-refusals.rules';

export interface Figure {
  of: 'household' | 'member';
  /** where it stands; a name of ours, never of the asker */
  column: string;
  /** the dictionary of a coded figure */
  codes?: keyof typeof codes | 'state';
  title: { zh: string; en: string };
}

export const figures: Readonly<Record<string, Figure>> = {
  type: { of: 'household', column: 'type', codes: 'type', title: { zh: '贫困户属性', en: 'type of the household' } },
  mainCause: { of: 'household', column: 'main_cause', codes: 'cause', title: { zh: '主要致贫原因', en: 'main cause' } },
  state: { of: 'household', column: 'state', codes: 'state', title: { zh: '脱贫属性', en: 'state' } },
  address: { of: 'household', column: 'address', title: { zh: '住址', en: 'address' } },
  phone: { of: 'household', column: 'phone_sealed', title: { zh: '联系电话', en: 'phone' } },
  bankCard: { of: 'household', column: 'bank_card_sealed', title: { zh: '银行卡', en: 'bank card' } },
  name: { of: 'member', column: 'name', title: { zh: '姓名', en: 'name' } },
  idNumber: { of: 'member', column: 'id_number_index', title: { zh: '证件号', en: 'identity number' } },
  relation: {
    of: 'member',
    column: 'relation',
    codes: 'relation',
    title: { zh: '与户主关系', en: 'relation to the head' },
  },
  education: { of: 'member', column: 'education', codes: 'education', title: { zh: '文化程度', en: 'education' } },
  health: { of: 'member', column: 'health', codes: 'health', title: { zh: '健康状况', en: 'health' } },
  labour: { of: 'member', column: 'labour', codes: 'labour', title: { zh: '劳动能力', en: 'ability to work' } },
  insured: { of: 'member', column: 'insured', codes: 'insured', title: { zh: '参保', en: 'insurance' } },
};

export function figureOf(name: string): Figure {
  const known = Object.hasOwn(figures, name) ? figures[name] : undefined;
  if (known) return known;
  const names = Object.keys(figures).join('、');
  throw invalidInput('figure', `数据项须为 ${names} 之一`, `the figure is one of ${names}`);
}

export function checkTold(field: string, text: string): string {
  return checkText(text, field, 2, 1000);
}

/** What the figure should be: a code of its dictionary, or words without a number. */
export function checkClaimed(field: string, figure: Figure, claimed: string | null | undefined): string | null {
  if (!claimed?.trim()) return null;
  if (figure.codes === 'state') {
    if ((householdStates as readonly string[]).includes(claimed)) return claimed;
    const known = householdStates.join('、');
    throw invalidInput(field, `代码须为 ${known} 之一`, `the code is one of ${known}`);
  }
  if (figure.codes) return checkCode(figure.codes, claimed, field);
  return checkText(claimed, field, 1, 200);
}

export interface ComplaintSteps {
  side: string;
  householdId: string | null;
  filedBy: string;
  examinedBy: string | null;
  outcome: string | null;
}

const another = (by: Checker, personId: string) => mayCheck(by, { personId, principalId: null });

export function checkExamine(complaint: ComplaintSteps, by: Checker, post: string): void {
  if (complaint.examinedBy !== null || complaint.outcome !== null) throw complaintRefusals.complaintStep();
  if (!another(by, complaint.filedBy)) throw complaintRefusals.complaintSamePerson();
  if (complaint.side === 'town' && post === 'town-officer') throw complaintRefusals.complaintForAbove();
}

export function checkAnswer(complaint: ComplaintSteps, by: Checker, outcome: string): void {
  if (complaint.examinedBy === null || complaint.outcome !== null) throw complaintRefusals.complaintStep();
  if (!another(by, complaint.filedBy) || !another(by, complaint.examinedBy))
    throw complaintRefusals.complaintSamePerson();
  if (outcome === 'corrected' && complaint.householdId === null) throw complaintRefusals.figureOfNobody();
}
