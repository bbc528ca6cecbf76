// Register sheets as tests bring them: the national export of people whom nobody is, uploaded, checked and committed as a client would.

import { readSheet, type SheetLine } from '#platform/sheet/read-sheet';
import { writeBook } from '#platform/sheet/write-book';
import type { Caller } from '#platform/vocabulary/caller';
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import type { HouseholdsOnly } from './open-households';

export const TITLES = [
  '县',
  '乡镇',
  '行政村',
  '自然村',
  '户编号',
  '人编号',
  '姓名',
  '证件号码',
  '人数',
  '与户主关系',
  '民族',
  '文化程度',
  '在校生状况',
  '健康状况',
  '劳动技能',
  '务工状况',
  '务工时间(月)',
  '参加大病医疗',
  '脱贫属性',
  '贫困户属性',
  '主要致贫原因',
  '危房户',
  '饮水安全',
  '饮水困难',
  '人均纯收入',
  '联系电话',
] as const;
export type Title = (typeof TITLES)[number];
export type Line = Record<Title, string>;

let serial = 0;
/** Area 371299 was never given to anybody. */
export function nobodysNumber(): string {
  const n = serial++;
  const two = (value: number) => String(value).padStart(2, '0');
  const first17 = `37129919${two(30 + (n % 60))}${two(1 + (Math.floor(n / 60) % 12))}${two(1 + (Math.floor(n / 720) % 28))}7${two(Math.floor(n / 20_160))}`;
  return `${first17}${identityCheckDigit(first17)}`;
}

export interface VillagePlace {
  county: string;
  town: string;
  village: string;
}

/** A village of a town, as the national list names it. */
export function villageOf({ city }: HouseholdsOnly, townName: string): VillagePlace {
  const regions = new Map(city.regions.map((region) => [region.id, region]));
  const above = (id: string | null) => regions.get(id ?? '');
  const found = city.regions.find((region) => region.kind === 'village' && above(region.parentId)?.name === townName);
  return {
    county: above(above(found?.parentId ?? null)?.parentId ?? null)?.name ?? '',
    town: townName,
    village: found?.name ?? '',
  };
}

/** A household of two in a village: a head and a spouse. */
export function householdLines(
  { county, town, village }: VillagePlace,
  number: string,
  more: Partial<Line> = {},
): [Line, Line] {
  const shared = {
    县: county,
    乡镇: town,
    行政村: village,
    自然村: '东头',
    户编号: number,
    人数: '2',
    民族: '汉族',
    文化程度: '小学',
    在校生状况: '非在校生',
    健康状况: '健康',
    劳动技能: '普通劳动力',
    务工状况: '未务工',
    '务工时间(月)': '0',
    参加大病医疗: '是',
    脱贫属性: '',
    贫困户属性: '一般贫困户',
    主要致贫原因: '因病',
    危房户: '否',
    饮水安全: '是',
    饮水困难: '否',
    人均纯收入: '3527.5',
    联系电话: '15400000001',
  };
  const line = (n: number, relation: string, name: string): Line => ({
    ...shared,
    人编号: `${number}-${n}`,
    姓名: name,
    证件号码: nobodysNumber(),
    与户主关系: relation,
    ...more,
  });
  return [line(1, '户主', '赵试'), line(2, '配偶', '钱试')];
}

export async function sheetOf(lines: readonly Partial<Line>[], titles: readonly string[] = TITLES): Promise<Buffer> {
  const columns = titles.map((title) => ({ title, width: 10 }));
  const rows = () => [lines.map((line) => titles.map((title) => line[title as Title] ?? ''))];
  return bytesOf(writeBook([{ name: '贫困户', columns, rows }]));
}

export async function bytesOf(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

export async function linesOf(bytes: Buffer): Promise<SheetLine[]> {
  const lines: SheetLine[] = [];
  const limits = { rows: 100_000, columns: 60, cellCharacters: 4000, unpackedBytes: 100_000_000 };
  for await (const some of readSheet(bytes, limits)) lines.push(...some);
  return lines;
}

const FOUND = `id state kind lineCount householdCount memberCount changeCount conflictCount flawCount contentHash failure
  flaws(first: 100) { edges { node { line cell title code message } } }
  differences(first: 100) { edges { node { cell title verdict exported current uploaded } } }`;

export function sheetDesk(world: HouseholdsOnly) {
  const ask = (caller: Caller, query: string, variables: Record<string, unknown>) =>
    world.ask(caller, query, variables);
  const file = async (caller: Caller, url: string, method: 'GET' | 'PUT', body?: Buffer) => {
    const answer = await world.subgraph.file({ ticket: url.split('/').at(-1) as string, method, body }, caller);
    return { status: answer.status, body: Buffer.isBuffer(answer.body) ? answer.body : await bytesOf(answer.body) };
  };
  const desk = {
    ask,
    async upload(caller: Caller, bytes: Buffer): Promise<string> {
      const { data } = await ask(
        caller,
        'mutation($input: UploadInput!) { requestRegisterUpload(input: $input) { id url } }',
        { input: { name: '名册.xlsx', kind: 'xlsx', bytes: bytes.length } },
      );
      const { id, url } = data.requestRegisterUpload;
      const { status } = await file(caller, url, 'PUT', bytes);
      if (status !== 201) throw new Error(`the upload was answered ${status}`);
      return id;
    },
    async settled(caller: Caller, id: string) {
      for (;;) {
        const { data } = await ask(caller, `query($id: ID!) { registerImport(id: $id) { ${FOUND} } }`, { id });
        const found = data.registerImport;
        if (found?.state !== 'checking' && found?.state !== 'committing') return found;
        await new Promise((go) => setTimeout(go, 30));
      }
    },
    async check(caller: Caller, bytes: Buffer, more: Record<string, unknown> = {}) {
      const id = await desk.upload(caller, bytes);
      const { codes } = await ask(
        caller,
        'mutation($id: ID!, $on: CalendarDay, $document: String) { checkRegisterImport(id: $id, registeredOn: $on, documentNumber: $document) { state } }',
        { id, on: '2018-06-01', ...more },
      );
      if (codes.length > 0) throw new Error(codes.join());
      return desk.settled(caller, id);
    },
    commit(caller: Caller, id: string, hash: string, key: string, onConflict: string | null = null) {
      return ask(
        caller,
        'mutation($id: ID!, $hash: String!, $key: String!, $side: ConflictSide) { commitRegisterImport(id: $id, contentHash: $hash, idempotencyKey: $key, onConflict: $side) { id state } }',
        { id, hash, key, side: onConflict },
      );
    },
    async fetch(caller: Caller, mutation: string, variables: Record<string, unknown>) {
      const { data, codes } = await ask(caller, mutation, variables);
      const [ticket] = Object.values(data ?? {}) as ({ url: string } | null)[];
      return ticket ? file(caller, ticket.url, 'GET') : { status: 0, body: Buffer.alloc(0), codes };
    },
  };
  return desk;
}
