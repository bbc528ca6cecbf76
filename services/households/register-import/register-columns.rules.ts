// The columns of the national export (全国扶贫开发信息系统导出表): 26 of them, 27 with the year of the exit, in whatever order they stand.
import type { WordList } from './sheet-words.rules';

export type ColumnKind = 'text' | 'code' | 'yes' | 'whole' | 'amount';

export interface RegisterColumn {
  title: string;
  /** how others write the heading */
  also?: readonly string[];
  /** whose cell it is: one of a household stands in each of its rows, and must be the same there */
  of: 'place' | 'key' | 'household' | 'living' | 'member';
  field: string;
  kind: ColumnKind;
  list?: WordList;
  /** may be empty, or missing altogether */
  optional?: true;
}

const text = (of: RegisterColumn['of'], field: string, title: string, optional?: true): RegisterColumn => ({
  of,
  field,
  title,
  kind: 'text',
  ...(optional ? { optional } : {}),
});
const code = (
  of: RegisterColumn['of'],
  field: string,
  title: string,
  list: WordList,
  optional?: true,
): RegisterColumn => ({
  of,
  field,
  title,
  kind: 'code',
  list,
  ...(optional ? { optional } : {}),
});
const yes = (of: RegisterColumn['of'], field: string, title: string): RegisterColumn => ({
  of,
  field,
  title,
  kind: 'yes',
  optional: true,
});

export const registerColumns: readonly RegisterColumn[] = [
  { ...text('place', 'county', '县'), also: ['县（区）', '县(市、区)', '县区'] },
  { ...text('place', 'town', '乡镇'), also: ['乡（镇）', '乡(镇)', '镇街'] },
  { ...text('place', 'village', '行政村'), also: ['村'] },
  { ...text('living', 'hamlet', '自然村', true), also: ['自然村（组）', '村民组'] },
  text('key', 'household', '户编号'),
  text('key', 'member', '人编号', true),
  text('member', 'name', '姓名'),
  { ...text('member', 'idNumber', '证件号码'), also: ['身份证号', '身份证号码'] },
  { title: '人数', of: 'household', field: 'size', kind: 'whole', optional: true },
  code('member', 'relation', '与户主关系', 'relation'),
  code('member', 'ethnicity', '民族', 'ethnicity'),
  code('member', 'education', '文化程度', 'education', true),
  code('member', 'schooling', '在校生状况', 'schooling', true),
  code('member', 'health', '健康状况', 'health'),
  { ...code('member', 'labour', '劳动技能', 'labour'), also: ['劳动能力'] },
  code('member', 'workPlace', '务工状况', 'workPlace', true),
  {
    title: '务工时间（月）',
    also: ['务工时间(月)', '务工时间'],
    of: 'member',
    field: 'workMonths',
    kind: 'whole',
    optional: true,
  },
  { ...yes('member', 'criticalIllnessInsured', '参加大病医疗'), also: ['是否参加大病医疗', '参加大病保险'] },
  code('household', 'state', '脱贫属性', 'state', true),
  { title: '脱贫年度', of: 'household', field: 'stateYear', kind: 'whole', optional: true },
  code('household', 'type', '贫困户属性', 'type'),
  code('household', 'mainCause', '主要致贫原因', 'cause'),
  { ...yes('living', 'dangerousHouse', '危房户'), also: ['是否危房户'] },
  { ...yes('living', 'safeWater', '饮水安全'), also: ['饮水是否安全', '是否饮水安全'] },
  { ...yes('living', 'waterDifficulty', '饮水困难'), also: ['饮水是否困难', '是否饮水困难'] },
  {
    title: '人均纯收入',
    also: ['人均纯收入（元）'],
    of: 'household',
    field: 'perCapita',
    kind: 'amount',
    optional: true,
  },
  text('household', 'phone', '联系电话', true),
];

/** Under which a cell of this column is known everywhere. */
export const keyOf = ({ of, field }: RegisterColumn): string => `${of}.${field}`;
export const columnOfKey: ReadonlyMap<string, RegisterColumn> = new Map(
  registerColumns.map((column) => [keyOf(column), column]),
);

export interface Heading {
  line: number;
  /** place of each column of ours that the sheet has */
  at: ReadonlyMap<RegisterColumn, number>;
}

const bare = (title: string) => title.replace(/\s/g, '');
const byTitle = new Map(
  registerColumns.flatMap((column) => [column.title, ...(column.also ?? [])].map((title) => [bare(title), column])),
);

/** The heading stands in one of the first lines, below a title or a watermark; null while it was not met. */
export function headingOf(line: number, cells: readonly string[]): Heading | null {
  const at = new Map<RegisterColumn, number>();
  cells.forEach((cell, place) => {
    const column = byTitle.get(bare(cell));
    if (column && !at.has(column)) at.set(column, place);
  });
  return at.size >= registerColumns.length / 2 ? { line, at } : null;
}

/** Titles that the sheet would have to have. */
export function missingColumns({ at }: Heading): string[] {
  return registerColumns.filter((column) => !column.optional && !at.has(column)).map(({ title }) => title);
}
