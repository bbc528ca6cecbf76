// How large a query is by its text alone, with fragments spread out; measured once a fragment, so that fragments of fragments stay cheap.
import type {
  DirectiveNode,
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '#platform/execution/read-selections';

export interface Size {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
  repeats: number;
  introspectionDepth: number;
  introspectionLists: number;
}

export interface OperationSize extends Size {
  type: string;
  name: string | null;
  rootFields: ReadonlyMap<string, number>;
}

const NOTHING: Size = {
  depth: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  repeats: 0,
  introspectionDepth: 0,
  introspectionLists: 0,
};
const MULTIPLYING = new Set(['fields', 'interfaces', 'possibleTypes', 'inputFields']);

type Directed = { readonly directives?: readonly DirectiveNode[] };
const directivesOf = (...nodes: readonly Directed[]): number =>
  nodes.reduce((sum, node) => sum + (node.directives?.length ?? 0), 0);

export function measureDocument(document: DocumentNode): { fragments: number; operations: OperationSize[] } {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Size>();

  function measureFragment(name: string, introspecting: boolean): Size {
    const key = `${introspecting} ${name}`;
    const measured = known.get(key);
    if (measured) return measured;
    // A fragment within itself measures as nothing here; validation refuses it by name.
    known.set(key, NOTHING);
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    const size = { ...measure(fragment.selectionSet, introspecting) };
    size.directives += directivesOf(fragment);
    known.set(key, size);
    return size;
  }

  function measure(set: SelectionSetNode, introspecting: boolean): Size {
    const size = { ...NOTHING };
    const repeats = new Map<string, number>();
    for (const selection of set.selections) {
      size.directives += directivesOf(selection);
      if (selection.kind !== 'Field') {
        add(
          size,
          selection.kind === 'FragmentSpread'
            ? measureFragment(selection.name.value, introspecting)
            : measure(selection.selectionSet, introspecting),
        );
        continue;
      }
      const name = selection.name.value;
      const response = selection.alias?.value ?? name;
      repeats.set(response, (repeats.get(response) ?? 0) + 1);
      const within = introspecting || name === '__schema' || name === '__type';
      const below = selection.selectionSet ? measure(selection.selectionSet, within) : NOTHING;
      add(size, {
        ...below,
        fields: below.fields + 1,
        aliases: below.aliases + (selection.alias ? 1 : 0),
        depth: within ? below.depth : below.depth + 1,
        introspectionDepth: within ? below.introspectionDepth + 1 : below.introspectionDepth,
        introspectionLists: below.introspectionLists + (introspecting && MULTIPLYING.has(name) ? 1 : 0),
      });
    }
    size.repeats = Math.max(size.repeats, ...repeats.values());
    return size;
  }

  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
  );
  return {
    fragments: fragments.size,
    operations: operations.map((operation) => {
      const size = measure(operation.selectionSet, false);
      const directives = size.directives + directivesOf(operation, ...(operation.variableDefinitions ?? []));
      return {
        ...size,
        directives,
        type: operation.operation,
        name: operation.name?.value ?? null,
        rootFields: rootFieldsOf(operation.selectionSet, fragments),
      };
    }),
  };
}

function add(size: Size, more: Size): void {
  size.fields += more.fields;
  size.aliases += more.aliases;
  size.directives += more.directives;
  for (const most of ['depth', 'repeats', 'introspectionDepth', 'introspectionLists'] as const)
    size[most] = Math.max(size[most], more[most]);
}

/** How often each root field stands in an operation; stops counting where fragments multiply beyond reason. */
function rootFieldsOf(
  root: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let steps = 0;
  const walk = (set: SelectionSetNode, way: readonly string[]): void => {
    for (const selection of set.selections) {
      if (++steps > 2000) return;
      if (selection.kind === 'Field') counts.set(selection.name.value, (counts.get(selection.name.value) ?? 0) + 1);
      else if (selection.kind === 'InlineFragment') walk(selection.selectionSet, way);
      else if (!way.includes(selection.name.value)) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) walk(fragment.selectionSet, [...way, selection.name.value]);
      }
    }
  };
  walk(root, []);
  return counts;
}
