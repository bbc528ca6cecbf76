// The year of a charity fund judged (年度支出与管理费用判定): what it had to spend by its kind and size, what it spent, and what is missing.
import Big from 'big.js';
import { type Fen, parseYuan, shareOf } from '#platform/vocabulary/money';
import type { CharityPack, CharityStandard, LegalForm } from './charity-pack.rules';

export interface CharityYearSums {
  year: number;
  moneyIncome: Fen;
  goodsIncome: Fen;
  /** money that reached end recipients or suppliers, less what came back */
  spentMoney: Fen;
  goodsUsed: Fen;
  administration: Fen;
  /** at the end of the year */
  netAssets: Fen;
}

export enum CharityVerdict {
  meets = 'meets',
  spendingShort = 'spending-short',
  administrationOver = 'administration-over',
  bothMissed = 'both-missed',
  firstYear = 'first-year',
}

export interface JudgedYear {
  income: Fen;
  spent: Fen;
  total: Fen;
  required: Fen;
  missing: Fen;
  /** of what it is measured by; null where that is nothing */
  spendingRatio: string | null;
  administrationRatio: string | null;
  administrationAllowed: Fen;
  administrationOver: Fen;
  verdict: CharityVerdict;
}

export const incomeOf = ({ moneyIncome, goodsIncome }: CharityYearSums): Fen => moneyIncome + goodsIncome;

/** The tier of the fund's kind with the highest threshold that its net assets reach. */
export function standardFor(
  { standards }: Pick<CharityPack, 'standards'>,
  { legalForm, publicRaising }: { legalForm: LegalForm; publicRaising: boolean },
  netAssets: Fen,
): CharityStandard | null {
  const reached = standards
    .filter((each) => each.form === legalForm && each.publicRaising === publicRaising)
    .map((each) => ({ each, from: parseYuan(each.netAssetsFrom) }))
    .filter(({ from }) => from === 0n || from <= netAssets)
    .sort((one, other) => (one.from > other.from ? -1 : 1));
  return reached[0]?.each ?? null;
}

const ratio = (part: Fen, whole: Fen): string | null =>
  whole > 0n ? new Big(part.toString()).div(whole.toString()).times(100).round(2, Big.roundHalfUp).toFixed(2) : null;

/** The mean of three years may stand for the year before (民发〔2016〕189号 第十条). */
function basisOf(before: readonly CharityYearSums[], of: 'income' | 'net-assets'): Fen {
  const values = before
    .map((each) => (of === 'income' ? incomeOf(each) : each.netAssets))
    .map((fen) => (fen > 0n ? fen : 0n));
  const [last = 0n] = values;
  if (values.length < 3) return last;
  const mean = values.slice(0, 3).reduce((sum, fen) => sum + fen, 0n) / 3n;
  return mean < last ? mean : last;
}

/** `before`: the years that the fund was registered in, the latest first; none of them, and the year is explained and not judged. */
export function judgeYear(
  pack: Pick<CharityPack, 'smallAdministration'>,
  standard: CharityStandard,
  sums: CharityYearSums,
  before: readonly CharityYearSums[],
): JudgedYear {
  const spent = sums.spentMoney + sums.goodsUsed;
  const total = spent + sums.administration;
  const demands = standard.spending.map(({ of, rate }) => {
    const basis = basisOf(before, of);
    return { basis, required: shareOf(basis, rate) };
  });
  const hardest = demands.reduce((one, other) => (other.required > one.required ? other : one));
  const missing = hardest.required > spent ? hardest.required - spent : 0n;
  const administrationAllowed = shareOf(total, standard.administration);
  const isSmall = sums.administration < parseYuan(pack.smallAdministration.below);
  const over = sums.administration - administrationAllowed;
  const administrationOver = !isSmall && over > 0n ? over : 0n;
  return {
    ...{ income: incomeOf(sums), spent, total, required: hardest.required, missing },
    spendingRatio: ratio(spent, hardest.basis),
    administrationRatio: ratio(sums.administration, total),
    ...{ administrationAllowed, administrationOver },
    verdict: before.length === 0 ? CharityVerdict.firstYear : verdictOf(missing > 0n, administrationOver > 0n),
  };
}

function verdictOf(short: boolean, over: boolean): CharityVerdict {
  if (short) return over ? CharityVerdict.bothMissed : CharityVerdict.spendingShort;
  return over ? CharityVerdict.administrationOver : CharityVerdict.meets;
}
