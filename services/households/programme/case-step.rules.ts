// A step of a case (办理环节): from which state, by which posts, after what is known, on what document; the same rules for every programme.
import { addDays } from '#platform/vocabulary/calendar-day';
import { type Checker, type Hand, mayCheck } from '#platform/vocabulary/hands';
import { type Condition, type FactsHeld, holds } from '../eligibility/condition.rules';
import type { ProgrammePack, ProgrammeStepRule } from './programme-pack.rules';
import { programmeRefusals as refusals } from './programme-refusals.rules';

export interface StandingCase {
  state: string;
  maker: Hand;
}

export interface Asked {
  post: string;
  checker: Checker;
  documentNumber: string | null;
  evidence: number;
}

export function stepsFrom(pack: ProgrammePack, state: string): ProgrammeStepRule[] {
  return pack.steps.filter(({ from }) => from.includes(state));
}

/** The step by its code, if this case can take it now, and this person may. */
export function findStep(
  pack: ProgrammePack,
  { state, maker }: StandingCase,
  code: string,
  asked: Asked,
): ProgrammeStepRule {
  const step = pack.steps.find((each) => each.code === code);
  const title = pack.states.find((each) => each.code === state)?.title;
  if (!step?.from.includes(state)) throw refusals.caseStateForbids({ step: code, state, zh: title?.zh, en: title?.en });
  checkPost(step.posts, asked.post);
  if (step.hand === 'checks' && !mayCheck(asked.checker, maker)) throw refusals.caseFourEyes();
  if (step.document && !asked.documentNumber) throw refusals.caseNeedsDocument();
  if (step.evidence && asked.evidence === 0) throw refusals.caseNeedsEvidence();
  return step;
}

/** The random end of the id: numbers in a row would tell how many cases there are elsewhere. */
export function caseNumber(programme: string, id: string): string {
  const initials = { dibao: 'DB', 'house-renovation': 'WF', hardship: 'TK', 'love-package': 'AX' }[programme] ?? 'ZX';
  return `${initials}-${id.slice(-12).toUpperCase()}`;
}

export function checkOfWhom({ of }: Pick<ProgrammePack, 'of'>, ofMember: boolean): void {
  if (of === 'household' && ofMember) throw refusals.caseOfWhom({ zh: '整户', en: 'a household' });
  if (of === 'member' && !ofMember) throw refusals.caseOfWhom({ zh: '成员个人', en: 'a member' });
}

export function checkPost(posts: readonly string[], post: string): void {
  if (!posts.includes(post)) throw refusals.caseNotYourStep({ posts: posts.join(', ') });
}

export interface WeighedCondition {
  title: string;
  fact: string;
  holds: boolean;
  source: string | null;
}

/** Conditions of a person are asked of cases of a person only, those of a household where the case is the household's. */
export function weighConditions(pack: ProgrammePack, ofMember: boolean, facts: FactsHeld): WeighedCondition[] {
  const address = (key: string | null) => pack.source.find((source) => source.key === key)?.address ?? null;
  return pack.conditions
    .filter((each) => each.of === 'any' || (each.of === 'member') === ofMember)
    .map(({ if: condition, title, source }) => ({
      title: `${title.zh} · ${title.en}`,
      fact: factOf(condition),
      holds: holds(condition, facts),
      source: address(source),
    }));
}

const factOf = (condition: Condition): string => condition.fact;

export function checkConditions(weighed: readonly WeighedCondition[]): void {
  const failing = weighed.filter((each) => !each.holds);
  if (failing.length === 0) return;
  const words = failing.map(({ title }) => title.split(' · '));
  throw refusals.caseNotEligible({
    facts: failing.map(({ fact }) => fact).join(', '),
    zh: words.map(([zh]) => zh).join('；'),
    en: words.map(([, en]) => en).join('; '),
  });
}

export interface Waiting {
  posts: string[];
  /** every step that waits is a second person's */
  check: boolean;
  dueOn: string | null;
}

/** Who is waited for in a state: of the steps with a day the soonest. A step without a day, such as a withdrawal, is open and waits for nobody. */
export function waitingIn(pack: ProgrammePack, state: string, today: string): Waiting {
  const owed = stepsFrom(pack, state).filter(({ days }) => days !== null);
  const days = owed.map((step) => step.days ?? 0);
  return {
    posts: [...new Set(owed.flatMap(({ posts }) => posts))],
    check: owed.length > 0 && owed.every(({ hand }) => hand === 'checks'),
    dueOn: days.length > 0 ? addDays(today, Math.min(...days)) : null,
  };
}

export interface StateFlags {
  holds: boolean;
  payable: boolean;
}

export function flagsOf(pack: ProgrammePack, state: string): StateFlags {
  const found = pack.states.find(({ code }) => code === state);
  return { holds: found?.holds ?? true, payable: found?.payable ?? false };
}
