// Fetches that begin together, go to one subgraph and ask for different types become one (合并取数): one call and one trip instead of two.
import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
} from 'graphql';
import type { FetchStep, Step } from './plan-steps';

/** Of steps that run side by side; the first fetch of a sequence begins with them, and takes others with it. */
export function joinFetches(steps: readonly Step[]): Step[] {
  const joined: Step[] = [];
  // Sequences first, so that a fetch by itself finds the one that it can go with.
  for (const step of [...steps].sort((one, other) => Number(one.kind === 'fetch') - Number(other.kind === 'fetch'))) {
    if (step.kind !== 'fetch' || !joinInto(joined, step)) joined.push(step);
  }
  return joined;
}

/** False where none of them can take it along. */
function joinInto(joined: Step[], step: FetchStep): boolean {
  for (const [at, other] of joined.entries()) {
    const lead = join(leadOf(other), step);
    if (!lead) continue;
    joined[at] = withLead(other, lead);
    return true;
  }
  return false;
}

function leadOf(step: Step): FetchStep | null {
  if (step.kind === 'fetch') return step;
  const first = step.kind === 'sequence' ? step.steps[0] : undefined;
  return first ? leadOf(first) : null;
}

function withLead(step: Step, lead: FetchStep): Step {
  if (step.kind !== 'sequence') return lead;
  const [first, ...others] = step.steps;
  return { kind: 'sequence', steps: [withLead(first as Step, lead), ...others] };
}

/** null where the two cannot be asked as one. */
function join(one: FetchStep | null, other: FetchStep): FetchStep | null {
  if (one?.subgraph !== other.subgraph || one.objects.length === 0 || other.objects.length === 0) return null;
  const types = (step: FetchStep) => step.objects.flatMap(({ needs }) => [...needs.keys()]);
  // Objects of one type of which different things are asked stay apart.
  if (types(one).some((type) => types(other).includes(type))) return null;
  const query = joinedQuery(one.query, other.query);
  if (!query) return null;
  return {
    ...one,
    query,
    variables: [...new Set([...one.variables, ...other.variables])],
    objects: [...one.objects, ...other.objects],
  };
}

function joinedQuery(one: string, other: string): string | null {
  const [first, second] = [entitiesOf(one), entitiesOf(other)];
  if (!first || !second) return null;
  const variables = new Map<string, VariableDefinitionNode>();
  for (const definition of [...first.variables, ...second.variables]) {
    const name = definition.variable.name.value;
    const known = variables.get(name);
    if (known && print(known) !== print(definition)) return null;
    variables.set(name, definition);
  }
  const selections = [
    ...(first.field.selectionSet?.selections ?? []),
    ...(second.field.selectionSet?.selections ?? []),
  ];
  const operation: OperationDefinitionNode = {
    ...first.operation,
    variableDefinitions: [...variables.values()],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [{ ...first.field, selectionSet: { kind: Kind.SELECTION_SET, selections } }],
    },
  };
  return stripIgnoredCharacters(print(operation));
}

/** A query that asks for entities and nothing else, as the planner writes it. */
function entitiesOf(query: string) {
  const { definitions } = parse(query, { noLocation: true });
  const [operation] = definitions;
  if (definitions.length !== 1 || operation?.kind !== Kind.OPERATION_DEFINITION || operation.directives?.length)
    return null;
  const [field] = operation.selectionSet.selections;
  if (operation.selectionSet.selections.length !== 1 || field?.kind !== Kind.FIELD || field.alias) return null;
  if (field.name.value !== '_entities' || field.directives?.length) return null;
  return { operation, variables: operation.variableDefinitions ?? [], field: field as FieldNode };
}
