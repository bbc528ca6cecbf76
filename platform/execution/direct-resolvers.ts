// Resolvers called as the methods that they are: what type-graphql would look up for each row is looked up once, from its own metadata.
import { GraphQLScalarType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Class = new () => object;

/** How a field gets its value from its row: as the property of its name, or by a method of its resolver. */
export type Direct =
  | 'property'
  | { of: Class; call(source: object, context: unknown, given: Readonly<Record<string, unknown>>): unknown };

/** undefined for what has inputs to be checked, or middlewares, and stays with type-graphql's own resolver. */
export type DirectFields = (type: string, field: string) => Direct | undefined;

/** Of the fields that these resolver classes and their object types give a subgraph. */
export function directFields(resolvers: readonly (new (...args: never[]) => object)[]): DirectFields {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const nameOf = new Map(objectTypes.map(({ target, name }) => [target, name]));
  const known = new Map<string, Direct | undefined>();
  for (const { name, fields = [] } of objectTypes)
    for (const field of fields) {
      const key = `${name}.${field.schemaName}`;
      const isProperty = field.name === field.schemaName && !field.middlewares?.length && !field.roles;
      known.set(key, isProperty && (known.get(key) ?? 'property') === 'property' ? 'property' : undefined);
    }
  for (const resolver of fieldResolvers) {
    const { target, methodName, params = [], middlewares = [], kind, roles } = resolver;
    if (kind === 'external' && !resolvers.includes(target as Class)) continue;
    const of = resolver.getObjectType?.() as Class | undefined;
    const key = `${of && nameOf.get(of)}.${resolver.schemaName}`;
    const isPlain = params.every(isPlainParameter);
    if (kind !== 'external' || !of || !isPlain || middlewares.length > 0 || roles) {
      known.set(key, undefined);
      continue;
    }
    const instance = new (target as Class)() as Record<string, (...given: unknown[]) => unknown>;
    const takes = [...params].sort((a, b) => a.index - b.index).map(taken);
    known.set(key, {
      of,
      call: (source, context, given) => instance[methodName]?.(...takes.map((take) => take(source, context, given))),
    });
  }
  return (type, field) => known.get(`${type}.${field}`);
}

type Parameter = NonNullable<ReturnType<typeof getMetadataStorage>['fieldResolvers'][0]['params']>[0];
type Take = (source: object, context: unknown, given: Readonly<Record<string, unknown>>) => unknown;

const scalars: ReadonlySet<unknown> = new Set([String, Number, Boolean]);

/** A scalar is what the schema made of it: type-graphql would neither change nor check it. */
function isPlainParameter(param: Parameter): boolean {
  if (param.kind === 'root' || param.kind === 'context') return param.propertyName === undefined;
  if (param.kind !== 'arg' || param.validateFn || param.typeOptions.array) return false;
  const type = param.getType();
  return scalars.has(type) || type instanceof GraphQLScalarType;
}

function taken(param: Parameter): Take {
  if (param.kind === 'root') return (source) => source;
  if (param.kind === 'context') return (_source, context) => context;
  const name = param.kind === 'arg' ? param.name : '';
  return (_source, _context, given) => given[name];
}
