// A subgraph that is open: it executes operations for a caller, each with a context of its own, and logs what it refused.
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  parse,
  validate,
} from 'graphql';
import { makeDataSource, poolOf } from '../database/data-source';
import { InScope } from '../database/in-scope';
import { RegionScope } from '../database/region-scope';
import { RoleNames, type SubgraphName } from '../database/roles';
import type { Execution } from '../process/settings';
import type { Caller } from '../vocabulary/caller';
import { contentHash } from '../vocabulary/canonical';
import { Refusal, type RefusalFacts } from '../vocabulary/refusal';
import { type CompiledSubgraph, compileSubgraph, type SubgraphParts } from './compile';
import type { Ask, Context } from './context';
import { type FaultLog, refusalOf, tellError } from './errors';
import { logRefusals } from './log-refusals';

export interface Operation {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

export interface OpenSubgraph {
  readonly name: SubgraphName;
  readonly compiled: CompiledSubgraph;
  execute(operation: Operation, caller: Caller): Promise<FormattedExecutionResult>;
  /** throws when the database cannot be asked */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface SubgraphSettings {
  url: string;
  rolePrefix: string;
  poolSize: number;
  log: FaultLog;
  tools: unknown;
  /** compiled unless told */
  execution?: Execution;
  /** asks another subgraph, saying under which service and for whom */
  ask(subgraph: SubgraphName, operation: Operation, caller: Caller): Promise<FormattedExecutionResult>;
}

const MAX_DOCUMENTS = 1000;

export async function openSubgraph(parts: SubgraphParts, settings: SubgraphSettings): Promise<OpenSubgraph> {
  const compiled = compileSubgraph(parts);
  const roles = new RoleNames(settings.rolePrefix, parts.name);
  const dataSource = makeDataSource({
    url: settings.url,
    roles,
    poolSize: settings.poolSize,
    entities: parts.entities,
  });
  await dataSource.initialize();
  poolOf(dataSource).on('error', (error) => settings.log.error({ err: error }, 'an idle database connection was lost'));
  const rules = [...parts.permissions.rows()];
  await dataSource.query(
    `insert into ${parts.name}.policy_table (hash, rules) values ($1, $2) on conflict do nothing`,
    [contentHash(rules), JSON.stringify(rules)],
  );
  const regions = new RegionScope(() => poolOf(dataSource), parts.name);
  const documents = new Map<string, DocumentNode | readonly GraphQLError[]>();

  function documentOf(query: string): DocumentNode | readonly GraphQLError[] {
    let known = documents.get(query);
    if (!known) {
      known = readDocument(query, compiled);
      if (documents.size >= MAX_DOCUMENTS) documents.delete(documents.keys().next().value as string);
      documents.set(query, known);
    }
    return known;
  }

  function contextOf(caller: Caller): Context {
    const ask: Ask = async <T>(subgraph: SubgraphName, query: string, variables?: Record<string, unknown>) =>
      answerOf<T>(await settings.ask(subgraph, { query, variables }, { ...caller, service: parts.name }));
    return {
      caller,
      inScope: new InScope(dataSource, roles, regions, caller),
      loaders: new Map(),
      ask,
      tools: settings.tools,
    };
  }

  return {
    name: parts.name,
    compiled,
    async execute({ query, variables, operationName }, caller) {
      const document = documentOf(query);
      if (!('kind' in document))
        return { errors: document.map((error) => tellError(error, settings.log, caller.operationId)) };
      const context = contextOf(caller);
      const schema = caller.personId === null && caller.service === null ? compiled.full : compiled.lean;
      const result = (await execute({
        schema,
        document,
        contextValue: context,
        variableValues: variables,
        operationName,
      })) as ExecutionResult;
      if (!result.errors) return result as FormattedExecutionResult;
      await logRefusals(context, document, result.errors, settings.log);
      return {
        data: result.data,
        errors: result.errors.map((error) => tellError(error, settings.log, caller.operationId)),
      };
    },
    async ready() {
      await poolOf(dataSource).query('select 1');
    },
    async close() {
      await dataSource.destroy();
    },
  };
}

function readDocument(query: string, { lean }: CompiledSubgraph): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: 20_000 });
    const errors = validate(lean, document);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    return [error as GraphQLError];
  }
}

/** The data of an answer between subgraphs, or the first refusal in it. */
function answerOf<T>(result: FormattedExecutionResult): T {
  const [error] = result.errors ?? [];
  if (!error) return result.data as T;
  throw refusalOf(error) ?? refusalFromWire(error);
}

function refusalFromWire(error: { message: string; extensions?: Record<string, unknown> }): Error {
  const { code, zh, en, facts } = error.extensions ?? {};
  if (typeof code !== 'string' || typeof zh !== 'string' || typeof en !== 'string') return new Error(error.message);
  return new Refusal(code, { zh, en }, facts as RefusalFacts);
}
