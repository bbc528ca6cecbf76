// The guarantee check (两不愁三保障核查): answers lead to problems, problems to one verdict, and each problem tells the fewest answers that would end it.
import { parseYuan } from '#platform/vocabulary/money';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { HouseholdStateCode } from '../household-state/household-state.rules';
import {
  type Condition,
  type GuaranteePack,
  type GuaranteeQuestionPlan,
  questionsOf,
  type Standing,
} from './guarantee-pack.rules';

/** By the question's code; what is not applicable is not there. */
export type Answers = Readonly<Record<string, string>>;

export interface Change {
  problem: string;
  question: string;
  from: string | null;
  to: string;
}

export interface Verdict {
  verdict: string;
  problems: string[];
  changes: Change[];
}

export interface Ground {
  standing: Standing;
  /** the poverty line of the year, in yuan */
  line: string;
}

export function standingOf(state: HouseholdStateCode): Standing {
  if (state === 'removed') return 'outside';
  return state.startsWith('lifted') ? 'lifted' : 'poor';
}

/** The line of the year, or the last one before it. */
export function lineOf({ lines }: GuaranteePack, year: number): string {
  const known = [...lines].sort((a, b) => a.year - b.year);
  return (known.findLast((line) => line.year <= year) ?? known[0])?.yuan ?? '0.00';
}

interface Facts extends Ground {
  answers: Answers;
  problems: readonly string[];
}

function holds(when: Condition, facts: Facts): boolean {
  const { answers } = facts;
  if ('all' in when) return when.all.every((each) => holds(each, facts));
  if ('any' in when) return when.any.some((each) => holds(each, facts));
  if ('not' in when) return !holds(when.not, facts);
  if ('yes' in when) return answers[when.yes] === 'yes';
  if ('no' in when) return answers[when.no] === 'no';
  if ('is' in when) return when.is[1].includes(answers[when.is[0]] ?? '');
  if ('standing' in when) return when.standing.includes(facts.standing);
  if ('problem' in when) return facts.problems.includes(when.problem);
  const given = answers[when.belowLine];
  return given !== undefined && parseYuan(given) < parseYuan(facts.line);
}

export function judge(pack: GuaranteePack, answers: Answers, ground: Ground): Verdict {
  const facts: Facts = { ...ground, answers, problems: [] };
  const found = pack.problems.filter(({ when }) => holds(when, facts));
  const problems = found.map(({ code }) => code);
  const verdict = pack.verdicts.find(({ when }) => holds(when, { ...facts, problems }))?.code ?? '';
  return { verdict, problems, changes: found.flatMap((problem) => fewestChanges(pack, problem, facts)) };
}

/** What an answer could be instead: the other of two, any better choice, income at the line. */
function otherAnswers(
  { kind, options = [] }: GuaranteeQuestionPlan,
  present: string | undefined,
  line: string,
): string[] {
  if (kind === 'yuan') return [line];
  if (kind === 'yes-no') return [present === 'yes' ? 'no' : 'yes'];
  return options.filter((option) => option !== present);
}

/** Tried in order of their number, so that the first set that ends the problem is a smallest one; a problem asks a dozen questions at most. */
function fewestChanges(pack: GuaranteePack, problem: GuaranteePack['problems'][number], facts: Facts): Change[] {
  const asked = new Set(questionsOf(problem.when));
  const open = pack.questions.filter((each) => asked.has(each.code) && each.changeable && facts.answers[each.code]);
  const sets = subsets(open).sort((a, b) => a.length - b.length);
  for (const chosen of sets)
    for (const answers of combinations(chosen, facts)) {
      if (holds(problem.when, { ...facts, answers: { ...facts.answers, ...answers } })) continue;
      return Object.entries(answers).map(([question, to]) => ({
        problem: problem.code,
        question,
        from: facts.answers[question] ?? null,
        to,
      }));
    }
  return [];
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => sets.concat(sets.map((set) => [...set, item])), [[]]).slice(1);
}

function combinations(chosen: readonly GuaranteeQuestionPlan[], { answers, line }: Facts): Record<string, string>[] {
  return chosen.reduce<Record<string, string>[]>(
    (all, question) =>
      all.flatMap((one) =>
        otherAnswers(question, answers[question.code], line).map((to) => ({ ...one, [question.code]: to })),
      ),
    [{}],
  );
}

/** What was entered, with what the register knows; known answers are never taken from whoever asks. */
export function checkAnswers(
  pack: GuaranteePack,
  given: readonly { question: string; answer: string }[],
  known: Answers,
): { answers: Answers; known: string[] } {
  const answers: Record<string, string> = {};
  for (const { question: code, answer } of given) {
    const question = pack.questions.find((each) => each.code === code);
    if (!question || code in answers)
      throw wrong(code, '没有此项或重复', 'there is no such question, or it is answered twice');
    if (question.known && question.known in known)
      throw wrong(code, '档案已有此项，请更正档案', 'the register knows it: correct it there');
    answers[code] = checkAnswer(question, answer);
  }
  const fromRegister: string[] = [];
  for (const { code, known: fact, required } of pack.questions) {
    if (fact && known[fact] !== undefined) {
      answers[code] = known[fact];
      fromRegister.push(code);
    }
    if (required && answers[code] === undefined) throw wrong(code, '请回答', 'it wants an answer');
  }
  return { answers, known: fromRegister };
}

function checkAnswer({ code, kind, options }: GuaranteeQuestionPlan, answer: string): string {
  if (kind === 'yuan') {
    parseYuan(answer);
    return answer;
  }
  const allowed = kind === 'choice' ? (options ?? []) : ['yes', 'no'];
  if (!allowed.includes(answer)) throw wrong(code, `须为 ${allowed.join('、')} 之一`, `one of ${allowed.join(', ')}`);
  return answer;
}

const wrong = (code: string, zh: string, en: string) => invalidInput(`answers.${code}`, zh, en);
