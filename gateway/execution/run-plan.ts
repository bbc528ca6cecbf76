// Runs the steps of a plan: asks the subgraphs, puts what they answer into place, and gathers what they refused.
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Variables } from '#platform/execution/condition-variables';
import type { Operation } from '#platform/graph/subgraph';
import { madeOnce } from '#platform/vocabulary/made-once';
import type { RequestRecord } from '../request-record';
import { type Found, gather, keyOf, merge, pathsOf, representationOf } from './answer-places';
import type { FetchStep, Step } from './plan-steps';

/** Asks one subgraph as the caller of a request; an answer always comes, if only to say that none came. */
export interface Source {
  ask(operation: Operation, record: RequestRecord): Promise<FormattedExecutionResult>;
}

export type Sources = Readonly<Record<string, Source | undefined>>;

export class PlanRun {
  readonly data: Found = {};
  readonly errors: GraphQLError[] = [];

  constructor(
    private readonly sources: Sources,
    private readonly variables: Variables,
    private readonly record: RequestRecord,
  ) {}

  async run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'fetch':
        return this.fetch(step);
      case 'sequence':
        for (const each of step.steps) await this.run(each);
        return;
      case 'parallel':
        await Promise.all(step.steps.map((each) => this.run(each)));
        return;
      case 'condition': {
        const next = this.variables[step.variable] === true ? step.whenTrue : step.whenFalse;
        return next ? this.run(next) : undefined;
      }
    }
  }

  /** A fetch that fails leaves its places empty, and the others go on. */
  private async fetch(step: FetchStep): Promise<void> {
    try {
      await (step.objects.length > 0 ? this.extend(step) : this.begin(step));
    } catch (error) {
      this.errors.push(new GraphQLError((error as Error).message, { originalError: error as Error }));
    }
  }

  private async begin(step: FetchStep): Promise<void> {
    const { data, errors } = await this.ask(step, this.given(step));
    for (const error of errors ?? []) this.errors.push(refusedBy(step, error, error.path));
    merge(this.data, data);
  }

  /** Asks for more about objects that are there already; the same object in many places is asked for once. */
  private async extend(step: FetchStep): Promise<void> {
    const representations: Found[] = [];
    const places: Place[] = [];
    for (const { path, needs } of step.objects) {
      const objects: Found[] = [];
      gather(this.data, path, 0, objects);
      const known = new Map<string, Place>();
      for (const object of objects) {
        const representation = representationOf(object, needs);
        if (!representation) continue;
        const key = keyOf(representation);
        const place = known.get(key);
        if (place) {
          place.objects.push(object);
          continue;
        }
        const first = { path, objects: [object] };
        known.set(key, first);
        representations.push(representation);
        places.push(first);
      }
    }
    if (representations.length === 0) return;
    const { data, errors } = await this.ask(step, { ...this.given(step), representations });
    if (errors) this.tell(step, errors, places);
    if (!data) return;
    const found = data._entities as (Found | null)[];
    if (!Array.isArray(found) || found.length !== representations.length)
      throw new Error(`${step.subgraph} was asked for ${representations.length} entities and answered otherwise`);
    found.forEach((more, at) => {
      for (const object of places[at]?.objects ?? []) merge(object, more);
    });
  }

  private async ask(step: FetchStep, variables: Found): Promise<FormattedExecutionResult<Found>> {
    const { query, operationName, subgraph } = step;
    const source = this.sources[subgraph];
    if (!source) throw new Error(`the plan names a subgraph that is not there: ${subgraph}`);
    return (await source.ask({ query, variables, operationName }, this.record)) as FormattedExecutionResult<Found>;
  }

  private given({ variables: names }: FetchStep): Found {
    const given: Found = {};
    for (const name of names) if (this.variables[name] !== undefined) given[name] = this.variables[name];
    return given;
  }

  /** An error about an object is told at each of its places, one about the whole fetch where its objects are. */
  private tell(step: FetchStep, errors: readonly GraphQLFormattedError[], places: readonly Place[]): void {
    const known = new Map<readonly string[], Map<Found, (string | number)[][]>>();
    for (const error of errors) {
      const at = error.path?.[1];
      const place = typeof at === 'number' ? places[at] : undefined;
      if (!place) {
        for (const path of new Set(places.map((each) => each.path)))
          this.errors.push(refusedBy(step, error, error.path && [...path, ...error.path]));
        continue;
      }
      const ways = madeOnce(known, place.path, (path) => pathsOf(this.data, path));
      for (const object of new Set(place.objects))
        for (const way of ways.get(object) ?? [])
          this.errors.push(refusedBy(step, error, [...way, ...(error.path ?? []).slice(2)]));
    }
  }
}

/** Where one entity stands in the answer: under a path of the plan, perhaps many times. */
interface Place {
  path: readonly string[];
  objects: Found[];
}

/** As Apollo's own executor tells it: the subgraph is named, for tell-error.ts. */
function refusedBy(
  { subgraph }: FetchStep,
  error: GraphQLFormattedError,
  path: readonly (string | number)[] | undefined,
): GraphQLError {
  return new GraphQLError(error.message, {
    originalError: error as unknown as Error,
    path,
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName: subgraph },
  });
}
