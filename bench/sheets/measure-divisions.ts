// W9, first half: the import of the national divisions with its checks beside COPY of the same rows.

import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { loadDivisions } from '../../data/divisions/load-divisions';
import { copyLine } from '../../data/load/copy-rows';
import { copyPeer } from './copy-peer';

const VILLAGES_A_STREET = 15;
const STREETS_AN_AREA = 15;
const AREAS_A_CITY = 9;
const CITIES_A_PROVINCE = 12;

interface Drawn {
  code: string;
  name: string;
  parent: string | null;
}

/** A country of so many villages, drawn by arithmetic: the same every time. */
export function* drawDivisions(villages: number): Generator<Drawn & { level: number }> {
  const streets = Math.ceil(villages / VILLAGES_A_STREET);
  const areas = Math.ceil(streets / STREETS_AN_AREA);
  const cities = Math.ceil(areas / AREAS_A_CITY);
  const provinces = Math.ceil(cities / CITIES_A_PROVINCE);
  const codes: string[][] = [Array.from({ length: provinces }, (_, n) => String(11 + n))];
  const below = (level: number, count: number, each: number, digits: number) => {
    const made: string[] = [];
    for (let n = 0; n < count; n++)
      made.push(`${codes[level - 1]?.[Math.floor(n / each)]}${String((n % each) + 1).padStart(digits, '0')}`);
    codes.push(made);
  };
  below(1, cities, CITIES_A_PROVINCE, 2);
  below(2, areas, AREAS_A_CITY, 2);
  below(3, streets, STREETS_AN_AREA, 3);
  below(4, villages, VILLAGES_A_STREET, 3);
  const digits = [2, 4, 6, 9, 12];
  for (const [level, all] of codes.entries())
    for (const code of all) {
      const parent = level === 0 ? null : code.slice(0, digits[level - 1]);
      yield { level, code, name: `第${code.slice(-6)}号村民委员会`, parent };
    }
}

const FILES = ['provinces', 'cities', 'areas', 'streets', 'villages'] as const;
const PARENTS = ['', 'provinceCode', 'cityCode', 'areaCode', 'streetCode'] as const;

async function writeLists(folder: string, villages: number): Promise<void> {
  const files = FILES.map((name) => createWriteStream(join(folder, `${name}.csv`)));
  for (const [level, file] of files.entries()) file.write(`code,name${level > 0 ? `,${PARENTS[level]}` : ''}\n`);
  for (const { level, code, name, parent } of drawDivisions(villages))
    files[level]?.write(`${code},"${name}"${parent ? `,${parent}` : ''}\n`);
  await Promise.all(files.map((file) => once(file.end(), 'finish')));
}

export interface BulkFigure {
  rows: number;
  /** rows a second of this project, and of COPY */
  ours: number;
  copy: number;
  ratio: number;
  least: number;
  most: number;
}

export async function measureDivisions(sql: Client, villages: number, rounds: number): Promise<BulkFigure> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-divisions-'));
  try {
    await writeLists(folder, villages);
    const lines = [...drawDivisions(villages)].map(({ code, name, parent }) =>
      copyLine([code, name, parent, '2017-10-31']),
    );
    const table = { table: 'organisation.division', columns: 'code, name, parent_code, valid_from', lines };
    const ours: number[] = [];
    const copy: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const sides = [
        async () => ours.push(await timeImport(sql, folder)),
        async () => copy.push(await copyPeer(sql, [table])),
      ];
      for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
    }
    return bulkFigure(lines.length, ours, copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With its commit, which the peer does not pay. */
async function timeImport(sql: Client, folder: string): Promise<number> {
  const begun = performance.now();
  await loadDivisions(sql, folder, { vintage: '2017-10-31', source: 'drawn' });
  const took = performance.now() - begun;
  await sql.query('truncate organisation.division, organisation.division_vintage');
  return took;
}

export function bulkFigure(rows: number, ours: readonly number[], copy: readonly number[]): BulkFigure {
  const ratios = ours.map((took, round) => (copy[round] ?? 0) / took).sort((a, b) => a - b);
  const middle = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const perSecond = (all: readonly number[]) => Math.round((1000 * rows) / middle(all));
  const [least = 0] = ratios;
  return { rows, ours: perSecond(ours), copy: perSecond(copy), ratio: middle(ratios), least, most: ratios.at(-1) ?? 0 };
}
