// W6, closing a quarter: the mutation as an assessor sends it, over HTTP, through packs, evidence and rights, beside one statement by hand.
import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { subtreeOf } from '#platform/vocabulary/region';
import { GraphClient } from '../../test/harness/client';
import { median } from '../measure/statistics';
import { Child } from '../process/child';
import type { SideSetup } from '../serve-graph';
import { rawClosing } from './raw-closing';

const QUARTER = '2018Q1';
const PROPOSE = 'mutation($q: String!, $key: String!) { proposeLights(quarter: $q, idempotencyKey: $key) { id } }';

export interface ClosingFigure {
  /** raw ÷ ours: above 1 means that this project is faster */
  ratio: number;
  least: number;
  most: number;
  /** milliseconds, medians */
  ours: number;
  raw: number;
  peers: number;
}

export async function measureClosing(sql: Client, setup: SideSetup, rounds: number): Promise<ClosingFigure> {
  const child = new Child('closing', 'bench/serve-graph.js');
  const url = new URL('/graphql', await child.ask<string>('open', setup)).href;
  const assessor = await GraphClient.signIn(url, 'city-assessor');
  const { rows } = await sql.query<{ path: string }>(
    `select path from assessments.scope where kind = 'city' order by path limit 1`,
  );
  const { lo, hi } = subtreeOf(rows[0]?.path ?? '');
  const { from, until } = parseQuarter(QUARTER);
  let peers = 0;
  const ours = async (round: number) => {
    const before = performance.now();
    await assessor.get(PROPOSE, { q: QUARTER, key: `bench-closing-${Date.now()}-${round}` });
    return performance.now() - before;
  };
  const raw = async () => {
    await sql.query('begin');
    await sql.query(rawClosing.table);
    const before = performance.now();
    peers = (await sql.query(rawClosing.close, [from, until, QUARTER, lo, hi])).rowCount ?? 0;
    await sql.query('commit');
    return performance.now() - before;
  };
  await ours(-1);
  await raw();
  const pairs: [number, number][] = [];
  for (let round = 0; round < rounds; round++) pairs.push([await ours(round), await raw()]);
  await child.end();
  const ratios = pairs.map(([own, other]) => other / own);
  return {
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    ours: median(pairs.map(([own]) => own)),
    raw: median(pairs.map(([, other]) => other)),
    peers,
  };
}
