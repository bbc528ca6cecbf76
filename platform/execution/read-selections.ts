// What the selections of an operation say by themselves: the fields of an object, the entities they name, the arguments known before any request.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  getArgumentValues,
  type SelectionSetNode,
} from 'graphql';
import { madeOnce } from '../vocabulary/made-once';
import { isSelected, type Variables } from './condition-variables';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  return fragments;
}

/** What decides which fields of an object are there. */
export interface Selecting {
  fragments: Fragments;
  conditions: Variables;
  /** whether what is selected on a type (none given: on whatever it is) is for this object */
  applies(condition: string | undefined): boolean;
}

/** The fields of one object by their names in the answer, in the order of the operation; each fragment counts once. */
export function collectFields(sets: readonly SelectionSetNode[], selecting: Selecting): Map<string, FieldNode[]> {
  const groups = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isSelected(selection, selecting.conditions)) continue;
      if (selection.kind === 'Field') {
        madeOnce(groups, selection.alias?.value ?? selection.name.value, () => [] as FieldNode[]).push(selection);
      } else if (selection.kind === 'InlineFragment') {
        if (selecting.applies(selection.typeCondition?.name.value)) collect(selection.selectionSet);
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = selecting.fragments.get(selection.name.value);
        if (fragment && selecting.applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) collect(set);
  return groups;
}

/** The object types that the selections of `_entities` name. */
export function conditionsOf(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  found = new Set<string>(),
): Set<string> {
  for (const { selections } of sets)
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment') {
        if (selection.typeCondition) found.add(selection.typeCondition.name.value);
        conditionsOf([selection.selectionSet], fragments, found);
      } else if (selection.kind === 'FragmentSpread') {
        const fragment = fragments.get(selection.name.value);
        if (fragment && !found.has(fragment.typeCondition.name.value)) {
          found.add(fragment.typeCondition.name.value);
          conditionsOf([fragment.selectionSet], fragments, found);
        }
      }
    }
  return found;
}

export function hasVariables(node: FieldNode): boolean {
  return (node.arguments?.length ?? 0) > 0 && JSON.stringify(node.arguments).includes('"Variable"');
}

/** null where a literal is refused by its scalar: told with each request, as the plain path tells it. */
export function fixedArgumentsOf(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Record<string, unknown> | null {
  try {
    return getArgumentValues(definition, node, {});
  } catch {
    return null;
  }
}
