// How many objects an operation asks for, with the variables of the request put in: a page counts as its rows, a list without pages as ten.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { gatewayRefusals } from '../refusals';
import { DEFAULT_PAGE, UNPAGED_LIST } from './limits';

type Variables = Readonly<Record<string, unknown>>;

export interface Question {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Variables;
  mostRows: number;
}

/** Throws PAGE_TOO_LARGE where a page asks for more rows than one may have. */
export function measureCost({ schema, operation, fragments, variables, mostRows }: Question): number {
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  const known = new Map<string, number>();

  function rowsAsked(field: FieldNode): number | null {
    for (const { name, value } of field.arguments ?? []) {
      if (name.value !== 'first' && name.value !== 'last') continue;
      const rows = numberOf(value);
      if (rows === null) continue;
      if (rows > mostRows)
        throw gatewayRefusals.pageTooLarge({ field: field.name.value, found: rows, allowed: mostRows });
      return Math.max(rows, 1);
    }
    return null;
  }

  /** null for a number that is left out; one that is ill-formed is told by the variable check and counts as a full page here. */
  function numberOf(value: ValueNode): number | null {
    if (value.kind === 'IntValue') return Number(value.value);
    if (value.kind !== 'Variable') return null;
    const given = variables[value.name.value];
    if (given === undefined) {
      const otherwise = defaults.get(value.name.value);
      return otherwise ? numberOf(otherwise) : null;
    }
    if (given === null) return null;
    return typeof given === 'number' ? given : mostRows;
  }

  function costOfFragment(name: string, page: number): number {
    const key = `${page} ${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, 0);
    const fragment = fragments.get(name);
    const cost = fragment ? costOf(fragment.selectionSet, fragment.typeCondition.name.value, page) : 0;
    known.set(key, cost);
    return cost;
  }

  function costOf(set: SelectionSetNode, typeName: string, page: number): number {
    const type = schema.getType(typeName);
    if (!type || !isCompositeType(type)) return 0;
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === 'FragmentSpread') cost += costOfFragment(selection.name.value, page);
      else if (selection.kind === 'InlineFragment')
        cost += costOf(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, page);
      else if (!isUnionType(type)) {
        const found = type.getFields()[selection.name.value];
        if (found) cost += costOfField(selection, found.type, page);
      }
    }
    return cost;
  }

  function costOfField(field: FieldNode, type: GraphQLOutputType, page: number): number {
    const rows = rowsAsked(field);
    if (!field.selectionSet) return 0;
    const { name } = getNamedType(type);
    if (name.endsWith('Connection')) return 1 + costOf(field.selectionSet, name, rows ?? DEFAULT_PAGE);
    const isList = isListType(isNonNullType(type) ? type.ofType : type);
    // `edges` and `nodes` are the page that their connection asked for.
    const count = !isList ? 1 : (rows ?? (page > 0 && /^(edges|nodes)$/.test(field.name.value) ? page : UNPAGED_LIST));
    return count * (1 + costOf(field.selectionSet, name, 0));
  }

  const root = schema.getRootType(operation.operation);
  return root ? costOf(operation.selectionSet, root.name, 0) : 0;
}
