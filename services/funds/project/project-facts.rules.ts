// What is told with a step of a project (环节所填): each fact read by its kind, those that the step does not name refused, those that it needs required.
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import type { Hand } from '#platform/vocabulary/hands';
import { type Fen, parseYuan } from '#platform/vocabulary/money';
import { holdsPersonalNumber } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { type ProjectFact, type ProjectStepRule, projectFacts } from './project-pack.rules';
import { projectRefusals as refusals } from './project-refusals.rules';

/** As kept: money in fen as text, so that no figure passes through a float. */
export type FactsTold = Partial<Record<ProjectFact, string | number>>;

const LONGEST = 2000;

export function readProjectFacts(
  { needs, tells }: Pick<ProjectStepRule, 'needs' | 'tells'>,
  given: readonly { code: string; value: string }[],
): FactsTold {
  const known = new Set<string>([...needs, ...tells]);
  const told: FactsTold = {};
  for (const { code, value } of given) {
    if (!known.has(code)) throw refusals.projectFactUnknown({ field: code });
    const fact = code as ProjectFact;
    if (fact in told) throw invalidInput(code, '重复填写', 'told twice');
    told[fact] = readFact(fact, value);
  }
  for (const fact of needs) if (!(fact in told)) throw refusals.projectNeedsFact({ field: fact });
  return told;
}

function readFact(fact: ProjectFact, value: string): string | number {
  switch (projectFacts[fact]) {
    case 'yuan': {
      const fen = parseYuan(value, fact);
      if (fen < 0n) throw invalidInput(fact, '金额不能为负', 'an amount is not negative');
      return fen.toString();
    }
    case 'day':
      return parseCalendarDay(value, fact);
    case 'whole': {
      const most = fact === 'percent' ? 100 : 2100;
      if (!/^\d{1,4}$/.test(value) || Number(value) > most)
        throw invalidInput(fact, `须为 0 至 ${most} 的整数`, `a whole number from 0 to ${most}`);
      return Number(value);
    }
    case 'words':
      return readWords(value, fact, 1, LONGEST);
  }
}

/** What others read carries no personal number; the number itself is not repeated in the refusal. */
export function readWords(text: string, field: string, least: number, most: number): string {
  const words = text.trim();
  if (words.length < least || words.length > most)
    throw invalidInput(field, `${least} 至 ${most} 字`, `${least} to ${most} characters`);
  if (holdsPersonalNumber(words)) throw invalidInput(field, '勿填个人号码', 'without personal numbers');
  return words;
}

interface Budgets {
  budgetSpecial: Fen;
  budgetIntegrated: Fen;
  budgetDonated: Fen;
  budgetOwn: Fen;
  approvedBudget: Fen | null;
}

/** What the budget would be once these facts hold, beside what was approved. */
export function budgetAfter(
  standing: Budgets,
  facts: FactsTold,
): { approved: Fen | null; budget: Fen; contract: Fen | null } {
  const told = (fact: ProjectFact, stood: Fen) => (fact in facts ? BigInt(facts[fact] as string) : stood);
  const budget =
    told('special', standing.budgetSpecial) +
    told('integrated', standing.budgetIntegrated) +
    told('donated', standing.budgetDonated) +
    told('own', standing.budgetOwn);
  const contract = 'contractAmount' in facts ? told('contractAmount', 0n) : null;
  return { approved: standing.approvedBudget, budget, contract };
}

/** Who proposed, and whose hand was the last; for whom each was laid the database keeps. */
export function handsOf(of: {
  proposedBy: string;
  oddHand: string | null;
  evenHand: string | null;
  lastHand: 'odd' | 'even';
}): Hand[] {
  const last = of.lastHand === 'odd' ? of.oddHand : of.evenHand;
  return [of.proposedBy, last].flatMap((personId) => (personId ? [{ personId, principalId: null }] : []));
}
