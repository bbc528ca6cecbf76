// Columns that lists share when they go out as workbooks (导出清单的栏目): each under the right of the field that it shows.
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { maskName } from '#platform/vocabulary/identity-number';
import type { ListColumn } from './list-export/exported-list';

interface Placed {
  regionId: string;
  householdId: string | null;
}

export const place: ListColumn<Placed> = {
  title: '村（居）',
  width: 20,
  shows: ['Household', 'region'],
  cell: ({ regionId }, { names }) => names.place(regionId),
};
export const number: ListColumn<Placed> = {
  title: '户编号',
  shows: ['Household', 'number'],
  cell: ({ householdId }, { names }) => names.household(householdId).number,
};
const head: ListColumn<Placed> = {
  title: '户主',
  shows: ['Member', 'name'],
  cell: ({ householdId }, { masked, names }) => {
    const { head: name } = names.household(householdId);
    return masked ? maskName(name) : name;
  },
};
export const ofHousehold = [place, number, head] as const;

/** A column that is a field of the row's own type. */
export const ofType =
  <Row>(type: string) =>
  (title: string, field: string & keyof Row, cell = (row: Row) => textOf(row[field])): ListColumn<Row> => ({
    title,
    shows: [type, field],
    cell,
  });

function textOf(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return beijingDay(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'number' ? value : String(value);
}
