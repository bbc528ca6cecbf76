// Help plans (帮扶计划): one a year and household, a measure for the main cause at least, reviewed by the town, its effects signed by the household.
import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkCode, checkText } from '../household/codes.rules';
import { helpPlanRefusals as refusals } from './help-plan-refusals.rules';

const MOST_MEASURES = 20;

export interface MeasureForm {
  cause: string;
  kind: string;
  content: string;
  dueOn: string;
}

export interface PlanForm {
  year: number;
  goal: string;
  measures: readonly MeasureForm[];
}

/** `causes`: of the household as the register has them, the main one first. */
export function checkHelpPlan(
  form: PlanForm,
  { causes, today }: { causes: readonly string[]; today: string },
): { goal: string; measures: MeasureForm[] } {
  const thisYear = Number(today.slice(0, 4));
  // Of the year that runs or the next: a plan for the past would only be written to fit what happened.
  if (form.year < thisYear || form.year > thisYear + 1)
    throw invalidInput('year', '计划须为本年度或下年度', 'a plan is for this year or the next');
  if (form.measures.length < 1 || form.measures.length > MOST_MEASURES)
    throw invalidInput('measures', `措施为 1 至 ${MOST_MEASURES} 项`, `a plan has 1 to ${MOST_MEASURES} measures`);
  const measures = form.measures.map(({ cause, kind, content, dueOn }) => {
    if (!causes.includes(cause)) throw refusals.helpPlanCause({ cause });
    if (!dueOn.startsWith(`${form.year}-`))
      throw invalidInput('dueOn', '须在计划年度内', 'lies in the year of the plan');
    return { cause, kind: checkCode('measure', kind, 'kind'), content: checkText(content, 'content', 2, 500), dueOn };
  });
  const [main = ''] = causes;
  if (!measures.some(({ cause }) => cause === main)) throw refusals.helpPlanCause({ cause: main });
  return { goal: checkText(form.goal, 'goal', 2, 500), measures };
}

export interface DraftedPlan {
  outcome: string | null;
  draftedBy: string;
  /** for whom it was drafted, under a delegation */
  draftedFor: string | null;
}

export function checkReview({ outcome, draftedBy, draftedFor }: DraftedPlan, checker: Checker): void {
  if (outcome !== null) throw refusals.helpPlanReviewed();
  if (!mayCheck(checker, { personId: draftedBy, principalId: draftedFor })) throw refusals.helpPlanOwn();
}

export interface ResultForm {
  carriedOn: string;
  effect: string;
}

export function checkResult(
  form: ResultForm,
  ground: { outcome: string | null; isDone: boolean; today: string; evidence: number },
): ResultForm {
  if (ground.outcome !== 'approved') throw refusals.measureNotApproved();
  if (ground.isDone) throw refusals.measureDone();
  if (form.carriedOn > ground.today) throw invalidInput('carriedOn', '日期晚于今天', 'the day lies after today');
  if (ground.evidence === 0) throw refusals.measureUnsigned();
  return { carriedOn: form.carriedOn, effect: checkText(form.effect, 'effect', 2, 500) };
}
