// The official table of planned uses (用款计划表): a row for each user with its months, and what was paid until the end of the month asked for.
import { type Fen, formatYuan } from '#platform/vocabulary/money';
import { compareMonths, type PlannedUse, type SpentUse } from '../spending-plan/spending-plan.rules';
import { bookNames, FundTable, type TableSheet, tableTitles } from './fund-table.rules';

export interface PlanShown {
  book: string;
  documentNumber: string;
  uses: readonly PlannedUse[];
  spent: readonly SpentUse[];
}

const percent = (part: Fen, whole: Fen): string => (whole > 0n ? formatYuan((part * 10_000n) / whole) : '');

/** Plans are of one year; a project stands under its own name, and what was paid outside a plan in a row of its own. */
export function spendingPlanTable(
  year: number,
  until: string,
  plans: readonly PlanShown[],
  nameOf: (user: { regionId: string | null; projectId: string | null }) => string,
): TableSheet {
  const rowsOf = ({ book, documentNumber, uses, spent }: PlanShown): string[][] => {
    const paid = spent.filter(({ month }) => month <= until);
    const row = (name: string, planned: readonly PlannedUse[], own: readonly SpentUse[]) => {
      const months = compareMonths(year, planned, own);
      const whole = months.reduce((sum, month) => sum + month.planned, 0n);
      const reached = months.reduce((sum, month) => sum + month.spent, 0n);
      return [
        ...[bookNames[book] ?? book, documentNumber, name, ...months.map((month) => formatYuan(month.planned))],
        ...[formatYuan(whole), formatYuan(reached), percent(reached, whole)],
      ];
    };
    const keyOf = (each: { regionId: string | null; projectId: string | null }) => each.projectId ?? each.regionId;
    const users = [...new Map(uses.map((use) => [keyOf(use), use])).values()];
    const planned = new Set(users.map(keyOf));
    const outside = paid.filter((each) => !planned.has(keyOf(each)));
    return [
      ...users.map((user) =>
        row(
          nameOf(user),
          uses.filter((use) => keyOf(use) === keyOf(user)),
          paid.filter((each) => keyOf(each) === keyOf(user)),
        ),
      ),
      ...(outside.length > 0 ? [row('计划外', [], outside)] : []),
      row('合计', uses, paid),
    ];
  };
  return {
    title: tableTitles[FundTable.spendingPlan],
    columns: [
      ...['资金账类', '文号', '用款地区或项目', ...Array.from({ length: 12 }, (_, at) => `${at + 1}月（元）`)],
      ...['全年计划（元）', '已支付（元）', '执行率（%）'],
    ],
    rows: plans.flatMap(rowsOf),
  };
}
