// The permission matrix (S1): the tables of the four subgraphs against an oracle written by hand from the posts, cell by cell.
import { isObjectType } from 'graphql';
import { Policy, type PolicyTable } from '#platform/access/policy';
import type { Rule } from '#platform/access/rules';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { compileSubgraph } from '#platform/graph/compile';
import { subgraphs } from '../../start/subgraphs';
import { differences, type ExpectedRow, readExpected } from './read-expected';

const rows = readExpected();
const tableOf = (name: SubgraphName): Policy => subgraphs[name].parts.permissions;

function coordinatesOf(name: SubgraphName): string[] {
  return Object.values(compileSubgraph(subgraphs[name].parts).plain.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('_'))
    .flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${type.name}.${field}`) : [],
    );
}

test('every field of the four schemas has its row in the oracle, and no row is left over', () => {
  const inSchemas = subgraphNames.flatMap(coordinatesOf).sort();
  expect(rows.map((row) => row.coordinate).sort()).toEqual(inSchemas);
  expect(inSchemas.length).toBeGreaterThan(600);
});

test('what a post sees is what the oracle says, for every field and every post', () => {
  expect(differences(rows, tableOf)).toEqual([]);
});

interface Bent {
  place: string;
  subgraph: SubgraphName;
  type: string;
  field: string;
  bend(rule: Rule): Rule;
}

const turned = (rule: Rule): Rule => ({ ...rule, admits: (caller) => !rule.admits(caller) });
const unmasked = ({ says, admits }: Rule): Rule => ({ says, admits });
const maskTurned = (rule: Rule): Rule => (rule.unmaskedFor ? { ...rule, unmaskedFor: turned(rule.unmaskedFor) } : rule);

/** Every rule of every table, bent in each way that it can be wrong. */
function* bentRules(): Iterable<Bent> {
  for (const subgraph of subgraphNames)
    for (const [type, rules] of Object.entries(tableOf(subgraph).table))
      for (const [field, rule] of Object.entries(rules)) {
        const place = `${subgraph}.${type}.${field}`;
        yield { place: `${place} turned`, subgraph, type, field, bend: turned };
        if (!rule.unmaskedFor) continue;
        yield { place: `${place} without its mask`, subgraph, type, field, bend: unmasked };
        yield { place: `${place} masked for the others`, subgraph, type, field, bend: maskTurned };
      }
}

function bentTable({ subgraph, type, field, bend }: Bent): Policy {
  const { table } = tableOf(subgraph);
  const rule = table[type]?.[field];
  if (!rule) throw new Error(`no rule ${subgraph}.${type}.${field}`);
  const bent: PolicyTable = { ...table, [type]: { ...table[type], [field]: bend(rule) } };
  return new Policy(bent);
}

test('the control: each rule turned, and each mask taken away, differs from the oracle', () => {
  const byType = new Map<string, ExpectedRow[]>();
  for (const row of rows) {
    const key = `${row.subgraph}.${row.type}`;
    byType.set(key, [...(byType.get(key) ?? []), row]);
  }
  const bent = [...bentRules()];
  const unnoticed = bent.filter((each) => {
    const table = bentTable(each);
    const ofType = byType.get(`${each.subgraph}.${each.type}`) ?? [];
    const before = differences(ofType, tableOf).join('\n');
    return differences(ofType, (name) => (name === each.subgraph ? table : tableOf(name))).join('\n') === before;
  });
  expect(unnoticed.map((each) => each.place)).toEqual([]);
  expect(bent.length).toBeGreaterThan(250);
});
