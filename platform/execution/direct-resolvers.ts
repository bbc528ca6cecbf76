// Resolvers called as the methods that they are: what type-graphql would look up for each row is looked up once, from its own metadata.
import { getMetadataStorage } from 'type-graphql';

type Class = new () => object;

/** How a field gets its value from its row: as the property of its name, or by a method of its resolver. */
export type Direct = 'property' | { of: Class; call(source: object, context: unknown): unknown };

/** undefined for what has arguments or middlewares, and stays with type-graphql's own resolver. */
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
    const isPlain = params.every(
      (param) => (param.kind === 'root' || param.kind === 'context') && param.propertyName === undefined,
    );
    if (kind !== 'external' || !of || !isPlain || middlewares.length > 0 || roles) {
      known.set(key, undefined);
      continue;
    }
    const instance = new (target as Class)() as Record<string, (...given: unknown[]) => unknown>;
    const kinds = [...params].sort((a, b) => a.index - b.index).map((param) => param.kind);
    known.set(key, {
      of,
      call: (source, context) => instance[methodName]?.(...kinds.map((each) => (each === 'root' ? source : context))),
    });
  }
  return (type, field) => known.get(`${type}.${field}`);
}
