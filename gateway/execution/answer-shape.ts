// The shape of an answer: what the client asked for, in its order, out of all that the plan had to fetch.
import {
  type DocumentNode,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from '#platform/execution/condition-variables';
import { NotCompiled } from '#platform/execution/plan-shapes';
import { collectFields, type Fragments, fragmentsOf } from '#platform/execution/read-selections';
import type { Found } from './answer-places';

interface ObjectShape {
  readonly name: string;
  readonly fields: readonly { readonly key: string; readonly type: TypeShape | 'typename' }[];
}

interface TypeShape {
  readonly nonNull: boolean;
  readonly item: TypeShape | null;
  readonly object: ObjectShape | null;
  readonly isValid: (value: unknown) => boolean;
}

/** Told instead of a value where null may not stand: the place above becomes null. */
const NULLED = Symbol('nulled');

export class AnswerShape {
  private readonly root: ObjectShape;

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    conditions: Variables,
  ) {
    const type = schema.getRootType(operation.operation);
    if (!type) throw new NotCompiled(operation.operation);
    this.root = shapeOf(type, [operation.selectionSet], { schema, fragments: fragmentsOf(document), conditions });
  }

  apply(found: Found): Found | null {
    const data = shapeObject(this.root, found);
    return data === NULLED ? null : (data as Found);
  }
}

interface Given {
  schema: GraphQLSchema;
  fragments: Fragments;
  conditions: Variables;
}

function shapeOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], given: Given): ObjectShape {
  refuseRepeated(sets, given.fragments);
  const groups = collectFields(sets, { ...given, applies: (condition) => applies(condition, type, given) });
  const fields = [...groups].map(([key, nodes]) => {
    const name = nodes[0]?.name.value as string;
    if (name === '__typename') return { key, type: 'typename' as const };
    const definition = type.getFields()[name];
    // A name that every object inherits would read as something that was found.
    if (!definition || key in Object.prototype) throw new NotCompiled(name);
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return { key, type: typeShapeOf(definition.type, below, given) };
  });
  return { name: type.name, fields };
}

/**
 * Apollo's executor puts what a repeated fragment selects where the first of them stands, and what a repeated field selects with the first
 * that has the same directives: where that is another order than that of the operation, the answer is left to it.
 */
function refuseRepeated(sets: readonly SelectionSetNode[], fragments: Fragments): void {
  const seen = new Set<string>();
  const last = new Map<string, string>();
  for (const { selections } of sets)
    for (const selection of selections) {
      if (selection.kind !== 'Field') {
        // Within a fragment there are other fragments.
        const below = selection.kind === 'InlineFragment' ? selection : fragments.get(selection.name.value);
        if (below) refuseRepeated([below.selectionSet], fragments);
        // It may select what is repeated behind it.
        last.clear();
        if (selection.kind === 'FragmentSpread') continue;
      }
      const directives = (selection.directives ?? []).map(print).join(' ');
      const isField = selection.kind === 'Field';
      const name = isField ? (selection.alias ?? selection.name).value : `... ${selection.typeCondition?.name.value}`;
      const key = `${name} ${directives}`;
      if (seen.has(key) && !(isField && last.get(name) === directives))
        throw new NotCompiled('a selection that is repeated');
      seen.add(key);
      last.set(name, directives);
    }
}

function applies(condition: string | undefined, type: GraphQLObjectType, { schema }: Given): boolean {
  if (condition !== undefined && !isObjectType(schema.getType(condition))) throw new NotCompiled(condition);
  return condition === undefined || condition === type.name;
}

function typeShapeOf(type: GraphQLOutputType, sets: readonly SelectionSetNode[], given: Given): TypeShape {
  const nonNull = isNonNullType(type);
  const inner = nonNull ? type.ofType : type;
  if (isLeafType(inner)) return { nonNull, item: null, object: null, isValid: validityOf(inner) };
  if (isListType(inner))
    return { nonNull, item: typeShapeOf(inner.ofType, sets, given), object: null, isValid: Array.isArray };
  if (!isObjectType(inner)) throw new NotCompiled(inner.name);
  return { nonNull, item: null, object: shapeOf(inner, sets, given), isValid: (value) => typeof value === 'object' };
}

/** What Apollo's own executor lets through of a leaf. */
function validityOf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
  if (type === GraphQLBoolean || type.name === 'Boolean') return (value) => typeof value === 'boolean';
  const isWhole = (value: unknown) => typeof value === 'number' && Number.isInteger(value);
  if (type === GraphQLInt || type.name === 'Int') return isWhole;
  if (type === GraphQLFloat || type.name === 'Float')
    return (value) => typeof value === 'number' && Number.isFinite(value);
  if (type === GraphQLString || type.name === 'String') return (value) => typeof value === 'string';
  if (type === GraphQLID || type.name === 'ID') return (value) => typeof value === 'string' || isWhole(value);
  return () => true;
}

function shapeObject(shape: ObjectShape, found: Found): Found | typeof NULLED {
  const shaped: Found = {};
  for (const { key, type } of shape.fields) {
    if (type === 'typename') {
      shaped[key] = shape.name;
      continue;
    }
    const value = shapeValue(type, found[key]);
    if (value === NULLED) return NULLED;
    shaped[key] = value;
  }
  return shaped;
}

function shapeValue(type: TypeShape, found: unknown): unknown {
  let value: unknown = null;
  if (found !== null && found !== undefined && type.isValid(found)) {
    if (type.object) value = shapeObject(type.object, found as Found);
    else if (type.item) value = shapeList(type.item, found as unknown[]);
    else return found;
  }
  if (value !== null && value !== NULLED) return value;
  return type.nonNull ? NULLED : null;
}

function shapeList(item: TypeShape, found: readonly unknown[]): unknown[] | typeof NULLED {
  const list: unknown[] = new Array(found.length);
  for (let at = 0; at < found.length; at++) {
    const value = shapeValue(item, found[at]);
    if (value === NULLED) return NULLED;
    list[at] = value;
  }
  return list;
}
