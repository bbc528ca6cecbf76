// What a definer function answered about a clearing, told as a refusal; and which broken constraints are four eyes.
import { brokenConstraint } from '#platform/graph/errors';
import { formatYuan } from '#platform/vocabulary/money';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { type ClearingStep, checkClearingStep } from './clearing.rules';
import { clearingRefusals } from './clearing-refusals.rules';

export interface ToldOf {
  period?: string;
  year?: number;
  step?: ClearingStep;
}

const yearReasons: Readonly<Record<string, { zh: string; en: string }>> = {
  year: { zh: '预付限当年，清算须在年末之后', en: 'one prepays in the year itself, and clears when it is over' },
  open: { zh: '尚有未办结的清算单', en: 'a clearing of it is not finished' },
  unclaimed: { zh: '尚有未申报的结算', en: 'settlements of it are not claimed' },
};

export function tellClearingVerdict(verdict: string, { period = '', year = 0, step = 'review' }: ToldOf): void {
  const [word = '', told = ''] = verdict.split(' ');
  const ordinal = Number(told);
  if (word === 'done') return;
  if (word === 'state') checkClearingStep(told, step);
  if (word === 'empty') throw clearingRefusals.clearingEmpty({ period: period || String(year) });
  if (word === 'no-pack') throw clearingRefusals.clearingNoPack();
  if (word === 'line') throw clearingRefusals.clearingLineUnknown({ ordinal });
  if (word === 'amount') throw clearingRefusals.deductionTooLarge({ ordinal });
  if (word === 'struck') throw clearingRefusals.clearingLineStruck({ ordinal });
  if (word === 'objected') throw clearingRefusals.deductionObjected();
  if (word === 'decided') throw clearingRefusals.deductionDecided();
  if (word === 'late') throw clearingRefusals.objectionLate();
  if (word === 'future') throw invalidInput('month', '该月尚未开始', 'that month has not begun');
  if (word === 'not-the-maker') throw refusals.notTheMaker();
  if (word === 'no-list') throw clearingRefusals.clearingNoList();
  if (word === 'above') throw clearingRefusals.prepaymentAboveCeiling({ most: formatYuan(BigInt(told)) });
  const why = yearReasons[word];
  if (word === 'open' && told) throw clearingRefusals.clearingDifferencesOpen({ count: ordinal });
  if (why) throw clearingRefusals.clearingYearOpen({ year, ...why });
  throw commonRefusals.notFound({ what: '清算单 clearing' });
}

export function refusalOfClearing(error: unknown, period = ''): unknown {
  const broken = brokenConstraint(error);
  if (broken === 'clearing_four_eyes' || broken === 'clearing_deduction_four_eyes')
    return clearingRefusals.clearingEyes();
  if (broken === 'clearing_once') return clearingRefusals.clearingExists({ period });
  return error;
}
