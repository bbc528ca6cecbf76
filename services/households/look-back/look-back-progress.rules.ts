// How far a look-back is (回头看进度), from the counts of its cases by state and category.
import type { CaseState } from './look-back.rules';
import type { LookBackPack } from './look-back-pack.rules';

export interface CaseCount {
  state: CaseState;
  category: string | null;
  missed: boolean;
  cases: number;
}

export const categoriesOf = ({ categories }: LookBackPack) =>
  categories.map(({ code, title, fixedBy }) => ({ code, title: `${title.zh} · ${title.en}`, fixedBy }));

export function progressFrom(pack: LookBackPack, counts: readonly CaseCount[]) {
  const sum = (of: (count: CaseCount) => boolean) => counts.filter(of).reduce((total, { cases }) => total + cases, 0);
  const inState = (state: CaseState) => sum((count) => count.state === state);
  return {
    listed: sum(({ missed }) => !missed),
    toCheck: inState('to-check'),
    clean: inState('clean'),
    problems: inState('problem'),
    fixed: inState('fixed'),
    settled: inState('settled'),
    byCategory: categoriesOf(pack).map(({ code, title }) => ({
      category: code,
      title,
      found: sum(({ category }) => category === code),
      settled: sum(({ category, state }) => category === code && state === 'settled'),
    })),
  };
}
