// The schema as a client reads it: said in two languages, printed from the code, and nothing that can be refused breaks an answer.
import {
  type GraphQLEnumType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { subgraphNames } from '#platform/database/roles';
import { compileSubgraph } from '#platform/graph/compile';
import { outOfDate } from '../../schema/compose';
import { subgraphs } from '../../start/subgraphs';

const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
const isBilingual = (text: string | null | undefined) =>
  /\p{Script=Han}/u.test(text ?? '') && /[ ）]· [^·]*[A-Za-z]/.test(text ?? '');

/** Every coordinate of a schema whose description is not Chinese · English. */
function unsaid(schema: GraphQLSchema): string[] {
  const found: string[] = [];
  const check = (coordinate: string, text: string | null | undefined) => {
    if (!isBilingual(text)) found.push(`${coordinate}: ${text ?? ''}`);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || builtIn.has(type.name)) continue;
    const root = type === schema.getQueryType() || type === schema.getMutationType();
    if (!root) check(type.name, type.description);
    if (isEnumType(type))
      for (const value of (type as GraphQLEnumType).getValues()) check(`${type.name}.${value.name}`, value.description);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field.description);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field.description);
      for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument.description);
    }
  }
  return found;
}

describe.each(subgraphNames)('%s', (name) => {
  const { parts } = subgraphs[name];
  const { plain } = compileSubgraph(parts);

  test('every type, field, argument and value is described in Chinese and English', () => {
    expect(unsaid(plain)).toEqual([]);
    expect(Object.values(plain.getTypeMap()).some(isScalarType)).toBe(true);
  });

  test('root fields are nullable: a refusal never empties the rest of an answer', () => {
    const roots = [plain.getQueryType(), plain.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}),
    );
    expect(roots.filter((field) => isNonNullType(field.type)).map((field) => field.name)).toEqual([]);
  });

  test('refusal codes are unique and said in two languages', () => {
    const made = Object.values(parts.refusals).map((make) => make());
    expect(new Set(made.map(({ code }) => code)).size).toBe(made.length);
    for (const { code, text } of made) {
      expect(code).toMatch(/^[A-Z][A-Z_]*$/);
      expect(isBilingual(`${text.zh} · ${text.en}`)).toBe(true);
    }
  });
});

test('the control: a field said in one language only is found', () => {
  const { plain } = compileSubgraph(subgraphs.organisation.parts);
  const field = plain.getQueryType()?.getFields().me;
  if (field) field.description = 'only English';
  expect(unsaid(plain)).toEqual(['Query.me: only English']);
});

test('schema/ is what the code prints', () => {
  expect(outOfDate()).toEqual([]);
});
