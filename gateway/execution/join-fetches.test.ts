// Which fetches of a plan become one: those of one subgraph that begin together and ask for different types.
import { joinFetches } from './join-fetches';
import type { FetchStep, Step } from './plan-steps';

function fetchOf(subgraph: string, type: string, selection: string, variables = ''): FetchStep {
  return {
    kind: 'fetch',
    subgraph,
    query: `query Q__${type}($representations:[_Any!]!${variables}){_entities(representations:$representations){...on ${type}{${selection}}}}`,
    operationName: `Q__${type}`,
    variables: [...variables.matchAll(/\$(\w+)/g)].map(([, name]) => name as string),
    objects: [{ path: [type.toLowerCase()], needs: new Map([[type, ['__typename', 'id']]]) }],
  };
}
const region = fetchOf('organisation', 'Region', 'name');
const person = fetchOf('organisation', 'Person', 'name unit{name}');

test('two of one subgraph for different types are one question with both kinds of objects', () => {
  const [one, ...others] = joinFetches([region, person]) as FetchStep[];
  expect(others).toEqual([]);
  expect(one?.query).toBe(
    'query Q__Region($representations:[_Any!]!){_entities(representations:$representations){...on Region{name}...on Person{name unit{name}}}}',
  );
  expect(one?.objects.map(({ path }) => path)).toEqual([['region'], ['person']]);
});

test('a third joins them, and variables are declared once', () => {
  const year = ',$year:Int!';
  const [one, ...others] = joinFetches([
    fetchOf('funds', 'Region', 'funds(year:$year){paid}', year),
    fetchOf('funds', 'Household', 'paidTotal(year:$year)', year),
    fetchOf('funds', 'Unit', 'paidTotal(month:$month)', ',$month:Int!'),
  ]) as FetchStep[];
  expect(others).toEqual([]);
  expect(one?.variables).toEqual(['year', 'month']);
  expect(one?.query.match(/\$year:Int!/g)).toHaveLength(1);
});

test.each<[string, Step[]]>([
  ['of another subgraph', [region, fetchOf('funds', 'Person', 'id')]],
  ['for the same type', [region, fetchOf('organisation', 'Region', 'code')]],
  [
    'that use one variable in two ways',
    [fetchOf('funds', 'Region', 'a(n:$n)', ',$n:Int'), fetchOf('funds', 'Unit', 'a(n:$n)', ',$n:Int!')],
  ],
  ['that belong to no object', [region, { ...person, objects: [] }]],
  ['with a fragment', [region, { ...person, query: `${person.query} fragment f on Person{name}` }]],
])('fetches %s stay apart', (_, steps) => {
  expect(joinFetches(steps)).toEqual(steps);
});

test('one that begins beside a sequence goes with its head', () => {
  const rest = fetchOf('assessments', 'Region', 'light{colour}');
  const [one, ...others] = joinFetches([person, { kind: 'sequence', steps: [region, rest] }]);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ kind: 'sequence', steps: [{ objects: [{}, {}] }, rest] });
});
