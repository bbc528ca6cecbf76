// A query over every root field of a schema, with everything below it that needs no argument of its own: nothing is left out by choice.
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** GraphQL text for an argument, by its name or `field.name`. */
export type Samples = Readonly<Record<string, string>>;

const DEEPEST = 3;
const byType: Samples = {
  ID: '"00000000-0000-7000-8000-00000000dead"',
  String: '"nothing"',
  Int: '2018',
  Float: '1.5',
  Boolean: 'true',
  CalendarDay: '"2018-06-01"',
  Instant: '"2018-06-01T00:00:00Z"',
  Money: '"1.00"',
};

export function everyField(
  schema: GraphQLSchema,
  root: 'query' | 'mutation',
  samples: Samples,
): { name: string; text: string }[] {
  const type = root === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(type?.getFields() ?? {})
    .filter((field) => !field.name.startsWith('_'))
    .map((field) => ({
      name: field.name,
      text: `${root} { ${field.name}${argumentsOf(field.name, field.args, samples)}${selectionOf(getNamedType(field.type), root === 'query' ? DEEPEST : 1, samples)} }`,
    }));
}

export function selectionOf(type: GraphQLNamedType, depth: number, samples: Samples): string {
  if (!isObjectType(type)) return '';
  const chosen = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (isObjectType(named) && depth === 0) return [];
    return [`${field.name}${argumentsOf(field.name, field.args, samples)}${selectionOf(named, depth - 1, samples)}`];
  });
  return ` { ${chosen.length > 0 ? chosen.join(' ') : '__typename'} }`;
}

function argumentsOf(field: string, args: readonly GraphQLArgument[], samples: Samples): string {
  const given = args
    .filter((argument) => isNonNullType(argument.type) || argument.name === 'first')
    .map(
      (argument) =>
        `${argument.name}: ${argument.name === 'first' ? '2' : textOf(argument, `${field}.${argument.name}`, samples)}`,
    );
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function textOf(
  { name, type }: Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type'>,
  place: string,
  samples: Samples,
): string {
  return samples[place] ?? samples[name] ?? valueOfType(getNullableType(type), samples);
}

function valueOfType(type: GraphQLInputType, samples: Samples): string {
  if (isNonNullType(type)) return valueOfType(type.ofType as GraphQLInputType, samples);
  if (isListType(type)) return `[${valueOfType(type.ofType as GraphQLInputType, samples)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${fields.map((field) => `${field.name}: ${textOf(field, `${type.name}.${field.name}`, samples)}`).join(', ')} }`;
  }
  return byType[type.toString()] ?? '"nothing"';
}
