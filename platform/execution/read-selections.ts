// What the selections of an operation say by themselves: which entities they name, and which arguments are known before any request.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  getArgumentValues,
  type SelectionSetNode,
} from 'graphql';

/** The object types that the selections of `_entities` name. */
export function conditionsOf(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
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
