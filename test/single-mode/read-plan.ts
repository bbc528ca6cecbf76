// Runs a prepared statement under a scope role as the subgraph does, and reads from its plan what it cost.
import type { Client } from 'pg';

export type PlanMode = 'force_custom_plan' | 'force_generic_plan';

export interface PlanFigures {
  rows: number;
  /** tables read from end to end */
  seqScans: string[];
  /** rows of the largest sort */
  mostSorted: number;
  /** rows taken from tables, those filtered away included */
  rowsRead: number;
  buffers: number;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

export async function readPlan(
  client: Client,
  settings: Readonly<Record<string, string>>,
  sql: string,
  parameters: readonly unknown[],
  mode: PlanMode,
): Promise<PlanFigures> {
  const values = parameters.map((value) => client.escapeLiteral(String(value))).join(', ');
  await client.query('begin read only');
  try {
    // The role last: the other settings are the superuser's to make in any case, the plan is the role's.
    await client.query(`set local plan_cache_mode = ${mode}`);
    for (const [name, value] of Object.entries(settings).sort(
      ([a], [b]) => Number(a === 'role') - Number(b === 'role'),
    ))
      await client.query('select set_config($1, $2, true)', [name, value]);
    await client.query(`prepare page as ${sql}`);
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `explain (analyze, buffers, format json) execute page${values ? `(${values})` : ''}`,
    );
    return figuresOf(rows[0]?.['QUERY PLAN'][0]?.Plan as PlanNode);
  } finally {
    await client.query('rollback');
    await client.query('deallocate all');
  }
}

function figuresOf(root: PlanNode): PlanFigures {
  const nodes = nodesOf(root);
  const scans = nodes.filter((node) => node['Relation Name'] !== undefined);
  const sorts = nodes.filter((node) => /Sort/.test(node['Node Type']));
  return {
    rows: root['Actual Rows'],
    seqScans: scans.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
    mostSorted: Math.max(0, ...sorts.flatMap((sort) => (sort.Plans ?? []).map(rowsOf))),
    rowsRead: scans.reduce((sum, scan) => sum + rowsOf(scan) + (scan['Rows Removed by Filter'] ?? 0), 0),
    buffers: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
  };
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function rowsOf(node: PlanNode): number {
  return node['Actual Rows'] * node['Actual Loops'];
}
