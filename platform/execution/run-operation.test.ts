// The compiled run gives what graphql-js gives: the oracle is graphql-js itself, over a small schema whose fields fail, wait and are null at random.
import fc from 'fast-check';
import { buildSchema, execute, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { Policy } from '../access/policy';
import { anyone } from '../access/rules';
import type { Context } from '../graph/context';
import { anonymousCaller } from '../vocabulary/caller';
import { planOperation } from './operation-plan';
import { NotCompiled } from './plan-shapes';
import { OperationRun } from './run-operation';

const KINDS = ['there', 'null', 'error', 'later', 'later null', 'later error', 'an error as value'] as const;
type Kind = (typeof KINDS)[number];

const schema = buildSchema(`
  type Query { one: Thing  sure: Thing!  many: [Thing]  surely: [Thing!]!  nested: [[Thing!]]  number(of: Int = 3): Int! }
  type Thing { name: String  sureName: String!  one: Thing  sure: Thing!  many: [Thing!]  names: [String!]  kind: Kind }
  enum Kind { A B }
`);

const OPERATION = `query($show: Boolean!, $of: Int) {
  one { ...T one { sure { sureName name } } }
  sure @include(if: $show) { ...T }
  many { ...T many { sureName } }
  surely @skip(if: $show) { name sure { name } }
  nested { sureName __typename }
  a: number(of: $of) b: number
}
fragment T on Thing { name sureName names kind again: name ... on Thing { sure { one { sureName } } } }`;

/** Each field is answered by the next of the kinds, by its path, so that both runs meet the same. */
function furnish(kinds: readonly Kind[]): GraphQLSchema {
  let seed = 7;
  for (const type of ['Query', 'Thing'] as const)
    for (const field of Object.values((schema.getType(type) as unknown as { getFields(): object }).getFields())) {
      const place = seed++;
      field.resolve = (source: { depth?: number } | undefined, given: { of?: number }) => {
        const depth = (source?.depth ?? 0) + 1;
        const kind = kinds[(place * 31 + depth * 17) % kinds.length] as Kind;
        const thing = { depth };
        const text = String(field.type);
        const one = text.includes('Thing')
          ? thing
          : text.includes('Kind')
            ? 'A'
            : text.startsWith('Int')
              ? (given.of ?? 0)
              : 'x';
        const value = text.startsWith('[[') ? [[one, one], null] : text.startsWith('[') ? [one, one] : one;
        if (kind === 'there') return value;
        if (kind === 'null') return null;
        if (kind === 'error') throw new Error(`${field.name} failed`);
        if (kind === 'later') return Promise.resolve(value);
        if (kind === 'later null') return Promise.resolve(null);
        if (kind === 'later error') return Promise.reject(new Error(`${field.name} failed later`));
        return new Error(`${field.name} is an error`);
      };
    }
  return schema;
}

const told = (errors: readonly GraphQLError[] = []) =>
  errors.map(({ message, path, locations }) => JSON.stringify({ message, path, locations })).sort();

/** Mostly there: where everything fails, the whole answer is null and tells nothing. */
const seldom = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<Kind>('there', 'later') },
  { weight: 1, arbitrary: fc.constantFrom<Kind>(...KINDS) },
);

test('answers and errors are those of graphql-js, wherever something fails, waits or is null', async () => {
  const document = parse(OPERATION);
  expect(validate(schema, document)).toEqual([]);
  let nulledAbove = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(seldom, { minLength: 11, maxLength: 23 }), fc.boolean(), async (kinds, show) => {
      const furnished = furnish(kinds);
      const variables = { show, of: 5 };
      const oracle = await execute({ schema: furnished, document, variableValues: variables });
      const ours = await new OperationRun(planOf(furnished, OPERATION, variables), context, variables).run();
      expect(JSON.stringify(ours.data)).toBe(JSON.stringify(oracle.data));
      // Of what was nulled already, graphql-js tells the later errors or not, as time has it; the first is always told.
      const all = told(oracle.errors);
      if (oracle.data === null || all.length !== (ours.errors?.length ?? 0)) nulledAbove++;
      else expect(told(ours.errors)).toEqual(all);
      expect((ours.errors?.length ?? 0) > 0).toBe(all.length > 0);
    }),
    { numRuns: 600 },
  );
  expect(nulledAbove).toBeLessThan(400);
});

test('the control: a run that forgets one null is told apart', async () => {
  const furnished = furnish(['there', 'error', 'there', 'there', 'later']);
  const document = parse(OPERATION);
  const oracle = await execute({ schema: furnished, document, variableValues: { show: true, of: 5 } });
  const plan = planOf(furnished, OPERATION, { show: true });
  const ours = await new OperationRun(plan, context, { show: true, of: 6 }).run();
  expect(JSON.stringify(ours.data)).not.toBe(JSON.stringify(oracle.data));
});

test.each([
  ['introspection', '{ __schema { types { name } } }'],
  ['a mutation', 'mutation { __typename }'],
  ['a name that every object inherits', '{ constructor: number }'],
  ['a prototype', '{ __proto__: number }'],
])('%s is left to the plain path', (_what, text) => {
  expect(() => planOf(schema, text, {})).toThrow(NotCompiled);
});

const context = { caller: anonymousCaller('op') } as Context;
const policy = new Policy({ Query: { '*': anyone }, Thing: { '*': anyone } });

function planOf(of: GraphQLSchema, text: string, conditions: Record<string, unknown>) {
  const document = parse(text);
  const operation = document.definitions.find((each) => each.kind === 'OperationDefinition');
  if (!operation) throw new Error('no operation');
  return planOperation({ schema: of, policy, direct: () => undefined, document, operation, conditions });
}
