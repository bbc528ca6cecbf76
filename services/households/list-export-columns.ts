// Columns that lists share when they go out as workbooks (导出清单的栏目): each under the right of the field that it shows.
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { maskName } from '#platform/vocabulary/identity-number';
import { formatYuan } from '#platform/vocabulary/money';
import type { ListColumn } from './list-export/exported-list';

interface OfHousehold {
  householdId: string | null;
}
interface Placed {
  regionId: string;
}

const PLACE = { title: '村（居）', width: 20, shows: ['Household', 'region'] } as const;
/** Where a household is; a row that knows it by its path alone, and one that is some region's and not a household's. */
export const place: ListColumn<Placed> = { ...PLACE, cell: ({ regionId }, { names }) => names.place(regionId) };
export const placeAt: ListColumn<{ path: string }> = { ...PLACE, cell: ({ path }, { names }) => names.placeAt(path) };
export const regionIn = (type: string, title = '地区', field = 'region'): ListColumn<Placed> => ({
  ...place,
  title,
  shows: [type, field],
});

export const number: ListColumn<OfHousehold> = {
  title: '户编号',
  shows: ['Household', 'number'],
  cell: ({ householdId }, { names }) => names.household(householdId).number,
};
export const head: ListColumn<OfHousehold> = {
  title: '户主',
  shows: ['Member', 'name'],
  cell: ({ householdId }, { masked, names }) => {
    const { head: name } = names.household(householdId);
    return masked ? maskName(name) : name;
  },
};
export const ofHousehold = [place, number, head] as const;

/** Somebody of the register, named under the right of a member's name. */
export const memberOf = <Row>(title: string, id: (row: Row) => string | null): ListColumn<Row> => ({
  title,
  shows: ['Member', 'name'],
  cell: (row, { masked, names }) => {
    const { name } = names.member(id(row));
    return masked ? maskName(name) : name;
  },
});

type Words = Readonly<Record<string, string>>;

/** The columns that are fields of one type: as they are, in words, and people by name. */
export function ofType<Row extends object>(type: string) {
  const column = (
    title: string,
    field: string & keyof Row,
    cell: ListColumn<Row>['cell'] = (row) => textOf(row[field]),
  ): ListColumn<Row> => ({ title, shows: [type, field], cell });
  /** A code that has no word goes out as it is, so that nothing is lost. */
  const worded = (title: string, field: string & keyof Row, words: Words) =>
    column(title, field, (row) => words[String(row[field])] ?? textOf(row[field]));
  /** `shows` names the field of the graph that tells the person, where the row's is called otherwise. */
  const person = (title: string, shows: string, id: (row: Row) => string | null): ListColumn<Row> => ({
    title,
    shows: [type, shows],
    cell: (row, { names }) => names.person(id(row)),
  });
  /** What a field of the graph tells that is made of several of the row's. */
  const made = (title: string, shows: string, cell: ListColumn<Row>['cell']): ListColumn<Row> => ({
    title,
    shows: [type, shows],
    cell,
  });
  return Object.assign(column, { worded, person, made });
}

export function textOf(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return beijingDay(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'bigint') return formatYuan(value);
  return typeof value === 'number' ? value : String(value);
}
