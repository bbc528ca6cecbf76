// Reads a medical catalogue from the rows of a sheet (医保目录表): one item a row, its ceiling in the same row, and every flaw told by its cell.
import Big from 'big.js';
import type { CatalogueItem, MedicalCatalogue } from './medical-catalogue.rules';

export interface SheetRow {
  line: number;
  cells: readonly string[];
}

/** Opens a workbook; what cannot be read as one is refused. */
export type CatalogueRows = (bytes: Buffer) => Promise<SheetRow[]>;

export interface CellFlaw {
  /** as the sheet counts: B7 */
  cell: string;
  told: string;
  zh: string;
  en: string;
}

export interface CatalogueRead extends Pick<MedicalCatalogue, 'items' | 'ceilings'> {
  flaws: CellFlaw[];
}

export const catalogueColumns = [
  '项目编码',
  '项目名称',
  '项目类别',
  '费用类别',
  '先行自付比例',
  '限价（元）',
  '限额名称',
  '每次住院限额（元）',
] as const;

const kinds: Readonly<Record<string, CatalogueItem['kind']>> = {
  药品: 'drug',
  诊疗: 'service',
  检查: 'exam',
  耗材: 'implant',
  床位: 'bed',
};
const classes: Readonly<Record<string, CatalogueItem['feeClass']>> = { 甲: 'a', 乙: 'b', 丙: 'c' };
const CODE = /^[A-Za-z0-9-]{1,40}$/;
const AMOUNT = /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/;
const SHARE = /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/;

export function readCatalogue(rows: readonly SheetRow[]): CatalogueRead {
  const [heading, ...body] = rows;
  const flaws: CellFlaw[] = [];
  const read: CatalogueRead = { items: [], ceilings: [], flaws };
  const wrong = catalogueColumns.findIndex((title, at) => heading?.cells[at] !== title);
  if (!heading || wrong >= 0) {
    const title = catalogueColumns[Math.max(0, wrong)];
    const cell = cellAt(Math.max(0, wrong), heading?.line ?? 1);
    const told = heading?.cells[wrong] ?? '';
    return { ...read, flaws: [{ cell, told, zh: `表头须为「${title}」`, en: `the heading is ${title}` }] };
  }
  const seen = new Map<string, number>();
  const limits = new Map<string, string>();
  for (const row of body) readRow(row, { read, seen, limits });
  return {
    ...read,
    ceilings: [...limits].map(([name, perStay]) => ({ name, title: { zh: name, en: name }, perStay })),
  };
}

interface Known {
  read: CatalogueRead;
  /** by code: the line on which it stands */
  seen: Map<string, number>;
  /** by name of a ceiling: what it is in a stay */
  limits: Map<string, string>;
}

function readRow({ line, cells }: SheetRow, { read, seen, limits }: Known): void {
  const text = (at: number) => (cells[at] ?? '').trim();
  const before = read.flaws.length;
  const refuse = (at: number, zh: string, en: string) =>
    read.flaws.push({ cell: cellAt(at, line), told: text(at), zh, en });
  const [code, name, under, perStay] = [text(0), text(1), text(6), text(7)];
  if (!CODE.test(code)) refuse(0, '编码须为 1 至 40 位字母、数字与连字符', 'a code is letters, digits, hyphens');
  else if (seen.has(code))
    refuse(0, `编码与第 ${seen.get(code)} 行重复`, `the code stands in line ${seen.get(code)} too`);
  else seen.set(code, line);
  if (name.length < 1 || name.length > 100) refuse(1, '名称须为 1 至 100 个字符', 'a name has 1 to 100 characters');
  const kind = kinds[text(2)];
  if (!kind) refuse(2, `须为${Object.keys(kinds).join('、')}之一`, 'no such kind of item');
  const feeClass = classes[text(3)];
  if (!feeClass) refuse(3, '须为甲、乙、丙之一', 'class A, B or C');
  const firstBorne = shareOf(text(4));
  if (firstBorne === undefined) refuse(4, '须为 0 至 1 的小数或百分数', 'a share from 0 to 1, or per cent');
  else if (feeClass && (feeClass === 'b') !== (firstBorne !== null))
    refuse(4, '乙类且仅乙类须填先行自付比例', 'class B, and nothing else, is first borne in part');
  if (text(5) !== '' && !AMOUNT.test(text(5))) refuse(5, '须为元，至多两位小数', 'yuan, with at most two decimals');
  if ((under === '') !== (perStay === ''))
    refuse(under === '' ? 6 : 7, '限额名称与限额须同填', 'a ceiling has a name and an amount');
  else if (under !== '' && !AMOUNT.test(perStay)) refuse(7, '须为元，至多两位小数', 'yuan, with at most two decimals');
  else if (under !== '' && (limits.get(under) ?? perStay) !== perStay)
    refuse(7, `「${under}」前面为 ${limits.get(under)} 元`, `this ceiling was ${limits.get(under)} yuan before`);
  else if (under !== '') limits.set(under, perStay);
  if (read.flaws.length > before || !kind || !feeClass || firstBorne === undefined) return;
  const priceLimit = text(5) === '' ? null : text(5);
  read.items.push({ code, name, kind, feeClass, firstBorne, priceLimit, ceiling: under === '' ? null : under });
}

/** 10% and 0.1 are one share; an empty cell is none. */
function shareOf(text: string): string | null | undefined {
  if (text === '') return null;
  const percent = /^(\d{1,3}(?:\.\d{1,4})?)[%％]$/.exec(text)?.[1];
  const told = percent === undefined ? text : new Big(percent).div(100).toFixed();
  return SHARE.test(told) ? told : undefined;
}

const cellAt = (at: number, line: number): string => `${String.fromCharCode(65 + at)}${line}`;

export interface CatalogueChange {
  code: string;
  change: 'added' | 'removed' | 'changed';
}

/** What another version makes of the items of one before it, by code. */
export function catalogueChanges(before: readonly CatalogueItem[], after: readonly CatalogueItem[]): CatalogueChange[] {
  const [old, now] = [byCode(before), byCode(after)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].sort().map((code): CatalogueChange | null => {
    const [was, is] = [old.get(code), now.get(code)];
    if (!was) return { code, change: 'added' };
    if (!is) return { code, change: 'removed' };
    const same = (Object.keys(is) as (keyof CatalogueItem)[]).every((field) => is[field] === was[field]);
    return same ? null : { code, change: 'changed' };
  });
  return changes.filter((change) => change !== null);
}

const byCode = (items: readonly CatalogueItem[]) => new Map(items.map((item) => [item.code, item]));
