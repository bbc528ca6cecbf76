// The hand-written oracle of who may see what: a row a field, a column a post, and how far a policy table differs from it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '#platform/access/policy';
import type { SubgraphName } from '#platform/database/roles';
import { projectRoot } from '#platform/process/project-root';
import { anonymousCaller, type Caller, type Level, type Post, posts, scopeOfPost } from '#platform/vocabulary/caller';

export interface ExpectedRow {
  coordinate: string;
  subgraph: SubgraphName;
  type: string;
  field: string;
  /** by column: `y` may, `m` masked, empty may not; `services` names the services */
  cells: ReadonlyMap<string, string>;
}

/** The level at which each post usually sits; a table may narrow a rule to it. */
const usualLevel: Partial<Record<Post, Level>> = {
  'office-director': 'city',
  'finance-officer': 'city',
  'office-officer': 'city',
  assessor: 'city',
  inspector: 'city',
  reviewer: 'city',
  auditor: 'city',
  'district-officer': 'district',
  'zone-officer': 'zone',
  'town-officer': 'town',
  'village-clerk': 'village',
  'first-secretary': 'village',
  observer: 'province',
};

/** A liaison's line decides: `unit-liaison` is of health, as the demo account is. */
export const columns: readonly string[] = ['nobody', ...posts, 'unit-liaison:education'];

const services = ['gateway', 'organisation', 'households', 'assessments', 'funds'];

export function readExpected(file = join(projectRoot, 'test/policy/expected.csv')): ExpectedRow[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const names = head.split(',').slice(1);
  if (names.join() !== [...columns, 'services'].join())
    throw new Error('expected.csv does not have a column for each post');
  return lines.map((line) => {
    const [coordinate = '', ...cells] = line.split(',');
    const [subgraph = '', type = '', field = ''] = coordinate.split('.');
    const byName = new Map(names.map((name, at) => [name, cells[at] ?? '']));
    return { coordinate, subgraph: subgraph as SubgraphName, type, field, cells: byName };
  });
}

export function callerOfColumn(column: string): Caller {
  const nobody = anonymousCaller('matrix');
  if (column === 'nobody') return nobody;
  const [post = 'public', line] = column.split(':') as [Post, string?];
  const ofUnit: Partial<Record<Post, string>> = { 'unit-liaison': line ?? 'health', reviewer: 'leadership' };
  return {
    ...nobody,
    personId: '00000000-0000-7000-8000-000000000001',
    appointmentId: '00000000-0000-7000-8000-000000000002',
    post,
    level: usualLevel[post] ?? null,
    line: ofUnit[post] ?? null,
    scope: scopeOfPost[post],
  };
}

const marks = { plain: 'y', masked: 'm', hidden: '' } as const;

/** Which services a rule admits beyond what the person behind them may do already. */
function servicesAdmitted(policy: Policy, type: string, field: string): string {
  const person = callerOfColumn('public');
  const rule = policy.ruleOf(type, field);
  if (rule.admits(person)) return '';
  return services.filter((service) => rule.admits({ ...person, service })).join(' ');
}

/** Each cell in which a table differs from the oracle. */
export function differences(rows: readonly ExpectedRow[], policyOf: (subgraph: SubgraphName) => Policy): string[] {
  const found: string[] = [];
  for (const { coordinate, subgraph, type, field, cells } of rows) {
    const policy = policyOf(subgraph);
    for (const column of columns) {
      const mark = marks[policy.sees(callerOfColumn(column), type, field)];
      const wanted = cells.get(column) ?? '';
      if (mark !== wanted) found.push(`${coordinate} for ${column}: the table says '${mark}', the oracle '${wanted}'`);
    }
    const admitted = servicesAdmitted(policy, type, field);
    const wanted = cells.get('services') ?? '';
    if (admitted !== wanted)
      found.push(`${coordinate} for services: the table says '${admitted}', the oracle '${wanted}'`);
  }
  return found;
}
