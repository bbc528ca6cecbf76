// Refuses a query that is too large by its text, before it is validated: validation itself can be made to take seconds.
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { RecentMap } from '#platform/vocabulary/recent-map';
import { Refusal } from '#platform/vocabulary/refusal';
import { gatewayRefusals } from '../refusals';
import { type Limits, oncePerOperation } from './limits';
import { longestName, longestWord } from './longest-name';
import { measureDocument, type OperationSize } from './measure-document';

/** Queries that are remembered, by twos. */
const HALF_OF_KNOWN = 1000;

export interface CheckedOperation {
  type: string;
  name: string | null;
}

export class DocumentChecker {
  private readonly known = new RecentMap<string, readonly CheckedOperation[]>(HALF_OF_KNOWN);

  constructor(
    private readonly limits: Limits,
    private readonly introspection: boolean,
  ) {}

  /** The operations of a query that keeps the limits; throws the refusal of one that does not. */
  check(query: string): readonly CheckedOperation[] {
    const known = this.known.get(query);
    if (known) return known;
    const document = readDocument(query, this.limits.tokens);
    // Most queries have no long word at all, not even within a text.
    if (longestWord(query) > this.limits.nameLength)
      within(longestName(document), this.limits.nameLength, gatewayRefusals.nameTooLong);
    const { fragments, operations } = measureDocument(document);
    within(fragments, this.limits.fragments, gatewayRefusals.tooManyFragments);
    for (const operation of operations) this.checkOperation(operation);
    const checked = operations.map(({ type, name }) => ({ type, name }));
    this.known.set(query, checked);
    return checked;
  }

  private checkOperation(size: OperationSize): void {
    const { limits } = this;
    for (const [field, count] of size.rootFields)
      if (oncePerOperation.has(field) && count > 1)
        throw gatewayRefusals.oncePerOperation({ field, found: count, allowed: 1 });
    within(size.depth, limits.depth, gatewayRefusals.tooDeep);
    within(size.aliases, limits.aliases, gatewayRefusals.tooManyAliases);
    within(size.directives, limits.directives, gatewayRefusals.tooManyDirectives);
    const roots = [...size.rootFields.values()].reduce((sum, count) => sum + count, 0);
    within(roots, limits.rootFields, gatewayRefusals.tooManyRootFields);
    within(size.fields, limits.fields, gatewayRefusals.tooManyFields);
    within(size.repeats, limits.repeats, gatewayRefusals.tooManyRepeats);
    if (size.introspectionDepth > 0 && !this.introspection) throw gatewayRefusals.introspectionOff();
    within(size.introspectionLists, limits.introspectionLists, gatewayRefusals.introspectionTooDeep);
    within(size.introspectionDepth, limits.introspectionDepth, gatewayRefusals.introspectionTooDeep);
  }
}

function within(found: number, allowed: number, refuse: (facts: { found: number; allowed: number }) => Refusal): void {
  if (found > allowed) throw refuse({ found, allowed });
}

function readDocument(query: string, tokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens: tokens, noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('Parsing aborted')) throw gatewayRefusals.tooManyTokens({ allowed: tokens });
    const [place] = error.locations ?? [];
    throw gatewayRefusals.parseFailed({
      detail: error.message,
      ...(place ? { line: place.line, column: place.column } : {}),
    });
  }
}
