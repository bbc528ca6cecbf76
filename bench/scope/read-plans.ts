// EXPLAIN of W4: the plan that the server really uses for a prepared statement under a caller's role and scope, in short and in full.
import { Client } from 'pg';
import { ONE_PLAN } from '#platform/database/data-source';
import { RoleNames } from '#platform/database/roles';
import { environmentOf } from '../../start/environment';
import type { BenchDatabase } from '../ground/prepare-database';
import type { ScopedCaller } from './draw-callers';
import { literal } from './open-both-ways';
import type { ScopedStatement } from './scoped-statements';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

interface Explained {
  Plan: PlanNode;
  'Execution Time': number;
}

export interface PlanRead {
  /** generic: made once a statement and role, whoever asks */
  kind: 'generic' | 'custom';
  short: string;
  milliseconds: number;
  blocks: number;
  /** of a plan made for these very values */
  customMilliseconds: number;
  /** scans without an index over more rows than are good */
  scans: string[];
  full: string;
}

/** Regions' own small tables may be read as a whole. */
const MOST_SCANNED = 2000;
const EXECUTIONS = 6;

export async function readPlan(
  database: BenchDatabase,
  statement: ScopedStatement,
  who: ScopedCaller,
): Promise<PlanRead | null> {
  const asked = statement.of(who);
  if (!asked) return null;
  const roles = new RoleNames(database.addresses.rolePrefix, statement.subgraph);
  const env = environmentOf(statement.subgraph, database.secrets, database.addresses);
  const client = new Client({
    connectionString: env[`${statement.subgraph.toUpperCase()}_DATABASE_URL`],
    options: ONE_PLAN,
  });
  await client.connect();
  try {
    const { scope, pairedHouseholds } = who.caller;
    const { lo, hi } = scope === 'paired' ? { lo: '', hi: '' } : who.range;
    const households = scope === 'paired' ? `{${pairedHouseholds.join(',')}}` : '';
    await client.query('begin read only');
    await client.query(
      `select set_config('role', $1, true), set_config('scope.lo', $2, true), set_config('scope.hi', $3, true), set_config('scope.households', $4, true)`,
      [roles.kind(scope), lo, hi, households],
    );
    await client.query(`prepare asked as ${asked.sql}`);
    const values = asked.parameters.length > 0 ? `(${asked.parameters.map(literal).join(', ')})` : '';
    for (let time = 0; time < EXECUTIONS; time++) await client.query(`execute asked${values}`);
    const explain = async (): Promise<Explained> => {
      const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(
        `explain (analyze, buffers, format json) execute asked${values}`,
      );
      return (rows[0] as { 'QUERY PLAN': [Explained] })['QUERY PLAN'][0];
    };
    const used = await explain();
    const { rows } = await client.query<{ isGeneric: boolean }>(
      `select generic_plans > 0 as "isGeneric" from pg_prepared_statements where name = 'asked'`,
    );
    await client.query('set local plan_cache_mode = force_custom_plan');
    const custom = await explain();
    const nodes = nodesOf(used.Plan);
    return {
      kind: rows[0]?.isGeneric ? 'generic' : 'custom',
      short: nodes.flatMap(shortOf).join(' · '),
      milliseconds: used['Execution Time'],
      blocks: used.Plan['Shared Hit Blocks'] + used.Plan['Shared Read Blocks'],
      customMilliseconds: custom['Execution Time'],
      scans: nodes
        .filter((node) => node['Node Type'].endsWith('Seq Scan') && walked(node) / node['Actual Loops'] > MOST_SCANNED)
        .map((node) => `${node['Relation Name']} ${walked(node)}`),
      full: JSON.stringify({ used, custom }, null, 1),
    };
  } finally {
    await client.end();
  }
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

const walked = (node: PlanNode) =>
  Math.round((node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']);

/** Scans, joins and sorts; what only passes rows on is left out. */
function shortOf(node: PlanNode): string[] {
  const type = node['Node Type'];
  if (node['Relation Name'] || node['Index Name']) {
    const rows = Math.round(node['Actual Rows'] * node['Actual Loops']);
    const over = walked(node) - rows;
    return [`${type} ${node['Index Name'] ?? node['Relation Name']} ${rows}${over > 0 ? ` (of ${rows + over})` : ''}`];
  }
  return /Join|Loop|Sort|Hash$|Materialize|Gather/.test(type) ? [type] : [];
}
