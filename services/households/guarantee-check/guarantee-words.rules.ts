// A guarantee check in words (核查结论说明): titles of its answers, why each problem is one, and what would have to change.
import type { Answers, Change } from './guarantee-check.rules';
import { type GuaranteePack, questionsOf } from './guarantee-pack.rules';

const both = ({ zh, en }: { zh: string; en: string }) => `${zh} · ${en}`;

export function titleOf(list: readonly { code: string; title: { zh: string; en: string } }[], code: string): string {
  const found = list.find((each) => each.code === code);
  return found ? both(found.title) : code;
}

/** What was answered, and by whom: the register, or whoever checked. */
export interface Answered {
  answers: Answers;
  known: readonly string[];
}

export function answersInWords({ questions }: GuaranteePack, { answers, known }: Answered, only?: ReadonlySet<string>) {
  return questions
    .filter(({ code }) => answers[code] !== undefined && (!only || only.has(code)))
    .map(({ code, title }) => ({
      question: code,
      title: both(title),
      answer: answers[code] ?? '',
      known: known.includes(code),
    }));
}

export function problemsInWords(pack: GuaranteePack, codes: readonly string[], answered: Answered) {
  return pack.problems
    .filter(({ code }) => codes.includes(code))
    .map(({ code, title, when }) => ({
      code,
      title: both(title),
      because: answersInWords(pack, answered, new Set(questionsOf(when))),
    }));
}

export function changesInWords({ questions }: GuaranteePack, changes: readonly Change[]) {
  return changes.map((change) => ({ ...change, title: titleOf(questions, change.question) }));
}
