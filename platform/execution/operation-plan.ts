// An operation compiled once: which fields of which objects in which order, with their resolvers, guards and types looked up beforehand.
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Policy } from '../access/policy';
import { madeOnce } from '../vocabulary/made-once';
import type { Variables } from './condition-variables';
import type { DirectFields } from './direct-resolvers';
import { type FieldPlan, NotCompiled, type ObjectPlan, type OperationPlan, type TypePlan } from './plan-shapes';
import { collectFields, conditionsOf, fixedArgumentsOf, fragmentsOf, hasVariables } from './read-selections';

export interface Asked {
  schema: GraphQLSchema;
  policy: Policy;
  direct: DirectFields;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** the values of those variables that decide which fields are there */
  conditions: Variables;
}

export function planOperation(asked: Asked): OperationPlan {
  const { schema, operation } = asked;
  const fragments = fragmentsOf(asked.document);
  const fragmentRecord = Object.fromEntries(fragments);
  const selected = new Map<string, Set<string>>();
  let fields = 0;

  function collect(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const { conditions } = asked;
    return collectFields(sets, { fragments, conditions, applies: (condition) => applies(condition, type) });
  }

  function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditional = schema.getType(condition);
    if (conditional && !isObjectType(conditional) && condition !== '_Entity') throw new NotCompiled(condition);
    return condition === '_Entity';
  }

  function planObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ObjectPlan {
    if (type.isTypeOf) throw new NotCompiled(type.name);
    const plans: FieldPlan[] = [];
    for (const [key, nodes] of collect(type, sets)) {
      const name = (nodes[0] as FieldNode).name.value;
      const definition = name === '__typename' ? TypeNameMetaFieldDef : type.getFields()[name];
      // A name that every object inherits cannot be told from a value by those who read the answer.
      if (key in Object.prototype) throw new NotCompiled(key);
      if (!definition) throw new NotCompiled(`${type.name}.${name}`);
      madeOnce(selected, type.name, () => new Set<string>()).add(name);
      plans.push(planField(type, key, definition, nodes));
    }
    return { type, fields: plans };
  }

  function planField(
    parent: GraphQLObjectType,
    key: string,
    definition: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    type: TypePlan = planType(
      definition.type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    ),
  ): FieldPlan {
    const [node] = nodes as readonly [FieldNode];
    const { name } = definition;
    const direct = asked.direct(parent.name, name);
    const isProperty = name === '__typename' || direct === 'property';
    return {
      key,
      name,
      parent,
      nodes,
      definition,
      resolve: isProperty ? null : (definition.resolve ?? null),
      direct: direct === 'property' ? null : (direct ?? null),
      fixedArguments: hasVariables(node) ? null : fixedArgumentsOf(definition, node),
      place: fields++,
      guard: name === '__typename' ? null : asked.policy.guardOf(parent.name, name),
      type,
      info: {
        fieldName: name,
        fieldNodes: nodes,
        returnType: definition.type,
        parentType: parent,
        // A resolver that asks for its place in the answer is refused by the architecture test: nobody keeps it here.
        path: { prev: undefined, key, typename: parent.name },
        schema,
        fragments: fragmentRecord,
        rootValue: undefined,
        operation,
        variableValues: {},
      },
    };
  }

  function planType(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): TypePlan {
    const nonNull = isNonNullType(type);
    const inner = nonNull ? type.ofType : type;
    if (isLeafType(inner)) return { nonNull, of: { kind: 'leaf', type: inner } };
    if (isListType(inner)) return { nonNull, of: { kind: 'list', item: planType(inner.ofType, sets) } };
    if (isObjectType(inner)) return { nonNull, of: { kind: 'object', plan: planObject(inner, sets) } };
    throw new NotCompiled(String(type));
  }

  function planEntities(root: GraphQLObjectType): OperationPlan['entities'] {
    const groups = collect(root, [operation.selectionSet]);
    const [entry, ...others] = groups;
    if (!entry || others.length > 0 || entry[1][0]?.name.value !== '_entities') return null;
    const [key, nodes] = entry;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const plans = new Map<string, ObjectPlan>();
    // What is selected on no type at all, such as `__typename`, is selected on each.
    const onAll = collectFields(sets, {
      fragments,
      conditions: asked.conditions,
      applies: (condition) => condition === undefined || condition === '_Entity',
    });
    const union = schema.getType('_Entity');
    const all = onAll.size > 0 && isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
    for (const name of new Set([...all, ...conditionsOf(sets, fragments)])) {
      const type = schema.getType(name);
      if (isObjectType(type)) plans.set(name, planObject(type, sets));
    }
    const definition = root.getFields()._entities as GraphQLField<unknown, unknown>;
    const nullable: TypePlan = { nonNull: false, of: { kind: 'object', plan: { type: root, fields: [] } } };
    return {
      field: planField(root, key, definition, nodes, { nonNull: true, of: { kind: 'list', item: nullable } }),
      plans,
    };
  }

  const rootType = schema.getQueryType();
  if (operation.operation !== 'query' || !rootType) throw new NotCompiled(operation.operation);
  const entities = planEntities(rootType);
  const root = entities ? { type: rootType, fields: [] } : planObject(rootType, [operation.selectionSet]);
  return { root, entities, fields, selected };
}
