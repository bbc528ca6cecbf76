// Runs the steps of a plan: asks the subgraphs, puts what they answer into place, and gathers what they refused.
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Variables } from '#platform/execution/condition-variables';
import type { Operation } from '#platform/graph/subgraph';
import type { RequestRecord } from '../request-record';
import type { FetchStep, Step } from './plan-steps';

export type Found = Record<string, unknown>;

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
      await (step.needs ? this.extend(step, step.needs) : this.begin(step));
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
  private async extend(step: FetchStep, needs: NonNullable<FetchStep['needs']>): Promise<void> {
    const objects: Found[] = [];
    gather(this.data, step.path, 0, objects);
    const representations: Found[] = [];
    const places: Found[][] = [];
    const known = new Map<string, number>();
    for (const object of objects) {
      const representation = representationOf(object, needs);
      if (!representation) continue;
      const key = keyOf(representation);
      const at = known.get(key);
      if (at === undefined) {
        known.set(key, representations.length);
        representations.push(representation);
        places.push([object]);
      } else places[at]?.push(object);
    }
    if (representations.length === 0) return;
    const { data, errors } = await this.ask(step, { ...this.given(step), representations });
    if (errors) this.tell(step, errors, places);
    if (!data) return;
    const found = data._entities as (Found | null)[];
    if (!Array.isArray(found) || found.length !== representations.length)
      throw new Error(`${step.subgraph} was asked for ${representations.length} entities and answered otherwise`);
    found.forEach((more, at) => {
      for (const object of places[at] ?? []) merge(object, more);
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

  /** An error about an object is told at each of its places. */
  private tell(step: FetchStep, errors: readonly GraphQLFormattedError[], places: readonly Found[][]): void {
    let paths: Map<Found, (string | number)[][]> | undefined;
    for (const error of errors) {
      const at = error.path?.[1];
      if (typeof at !== 'number') {
        this.errors.push(refusedBy(step, error, error.path && [...step.path, ...error.path]));
        continue;
      }
      paths ??= pathsOf(this.data, step.path);
      for (const object of new Set(places[at]))
        for (const path of paths.get(object) ?? [])
          this.errors.push(refusedBy(step, error, [...path, ...(error.path ?? []).slice(2)]));
    }
  }
}

function gather(value: unknown, path: readonly string[], from: number, into: Found[]): void {
  if (value === null || value === undefined) return;
  const step = path[from];
  if (step === undefined) {
    if (Array.isArray(value)) for (const each of value) gather(each, path, from, into);
    else into.push(value as Found);
  } else if (step === '@') {
    for (const each of value as unknown[]) gather(each, path, from + 1, into);
  } else gather((value as Found)[step], path, from + 1, into);
}

function representationOf(object: Found, needs: NonNullable<FetchStep['needs']>): Found | null {
  const names = needs.get(object.__typename as string);
  if (!names) return null;
  const representation: Found = {};
  for (const name of names) {
    const value = object[name];
    if (value === undefined) return null;
    representation[name] = value;
  }
  return representation;
}

function keyOf(representation: Found): string {
  let key = '';
  for (const name in representation) key += `${String(representation[name])}\n`;
  return key;
}

/** Every place of an object in the answer; one that was found in two places is one object only if it was merged so. */
function pathsOf(data: Found, path: readonly string[]): Map<Found, (string | number)[][]> {
  const found = new Map<Found, (string | number)[][]>();
  const walk = (value: unknown, from: number, way: (string | number)[]): void => {
    if (value === null || value === undefined) return;
    const step = path[from];
    if (step === '@' || (step === undefined && Array.isArray(value)))
      (value as unknown[]).forEach((each, at) => {
        walk(each, step === '@' ? from + 1 : from, [...way, at]);
      });
    else if (step === undefined) {
      const ways = found.get(value as Found);
      if (ways) ways.push(way);
      else found.set(value as Found, [way]);
    } else walk((value as Found)[step], from + 1, [...way, step]);
  };
  walk(data, 0, []);
  return found;
}

function merge(target: Found, source: Found | null | undefined): void {
  if (!source) return;
  for (const key in source) {
    const value = source[key];
    const there = target[key];
    if (isObject(there) && isObject(value)) merge(there, value);
    else if (Array.isArray(there) && Array.isArray(value) && there.length === value.length)
      value.forEach((each: unknown, at) => {
        if (isObject(there[at]) && isObject(each)) merge(there[at], each);
        else there[at] = each;
      });
    else if (value !== undefined) target[key] = value;
  }
}

function isObject(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
