// A subgraph that is open: it executes operations for a caller, each with a context of its own, and logs what it refused.
import { type DocumentNode, execute, type FormattedExecutionResult, type GraphQLError } from 'graphql';
import type { DataSource } from 'typeorm';
import { columnTypes, makeDataSource, poolOf } from '../database/data-source';
import { InScope, type Reach } from '../database/in-scope';
import { newId } from '../database/new-id';
import { ReadTrips } from '../database/read-trips';
import { RegionCatchUp, type RegionEvent } from '../database/region-catch-up';
import { RegionScope } from '../database/region-scope';
import { RoleNames, type SubgraphName } from '../database/roles';
import { CompiledDocument } from '../execution/compiled-document';
import type { Execution } from '../process/settings';
import { anonymousCaller, type Caller } from '../vocabulary/caller';
import { madeOnce } from '../vocabulary/made-once';
import { RecentMap } from '../vocabulary/recent-map';
import { Refusal, type RefusalFacts } from '../vocabulary/refusal';
import { type CompiledSubgraph, compileSubgraph, type SubgraphParts } from './compile';
import type { Ask, Context } from './context';
import type { ErrandAt } from './errand';
import { type FaultLog, refusalOf, tellError } from './errors';
import { answerFile } from './files/answer-file';
import type { FileAnswer, FileRequest } from './files/file-answer';
import type { FileTools } from './files/file-desk';
import { logRefusals } from './log-refusals';

export interface Operation {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

type Selected = ReadonlyMap<string, ReadonlySet<string>>;

export interface OpenSubgraph {
  readonly name: SubgraphName;
  readonly compiled: CompiledSubgraph;
  execute(operation: Operation, caller: Caller): Promise<FormattedExecutionResult>;
  /** one request at the file door, which shows a ticket */
  file(request: FileRequest, caller: Caller): Promise<FileAnswer>;
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
  /** `plain` runs every operation through graphql-js and graphql-shield; compiled unless told */
  execution?: Execution;
  /** all its operations are planned or written in this process: of their validation only what a subgraph alone knows is left; false unless told */
  isPlannedHere?: boolean;
  /** asks another subgraph, saying under which service and for whom */
  ask(subgraph: SubgraphName, operation: Operation, caller: Caller): Promise<FormattedExecutionResult>;
}

const EVENTS = 'query($after:Int!){regionTreeEvents(after:$after)}';

/** Of documents, by twos: gateways send few different ones, and each is compiled. */
const HALF_OF_DOCUMENTS = 1000;

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
  await keepPolicy(dataSource, parts.name, compiled.policy);
  const { execution = 'compiled' } = settings;
  const regions = new RegionScope(() => poolOf(dataSource), parts.name);
  const catchUp = new RegionCatchUp({
    pool: () => poolOf(dataSource),
    subgraph: parts.name,
    log: settings.log,
    async pull(after) {
      const caller = { ...anonymousCaller(newId()), service: parts.name };
      const asked = await settings.ask('organisation', { query: EVENTS, variables: { after } }, caller);
      return answerOf<{ regionTreeEvents: RegionEvent[] }>(asked).regionTreeEvents;
    },
  });
  // Organisation announces the tree and changes its own copy with it.
  if (parts.name !== 'organisation') regions.catchUp = () => catchUp.start();
  const reach: Reach = { dataSource, roles, regions, trips: new ReadTrips(poolOf(dataSource), columnTypes) };
  const scopes = new WeakMap<Caller, InScope>();

  const documents = new RecentMap<string, CompiledDocument>(HALF_OF_DOCUMENTS);

  function contextOf(caller: Caller, selected: Selected | null): Context {
    const ask: Ask = async <T>(subgraph: SubgraphName, query: string, variables?: Record<string, unknown>) => {
      const asking = { ...caller, service: parts.name };
      // What a subgraph asks of itself goes through its own rules and walls, and does not leave the process.
      const asked =
        subgraph === parts.name
          ? askOwn({ query, variables }, asking)
          : settings.ask(subgraph, { query, variables }, asking);
      return answerOf<T>(await asked);
    };
    return {
      caller,
      inScope: madeOnce(scopes, caller, () => new InScope(reach, caller)),
      loaders: new Map(),
      ask,
      tools: settings.tools,
      selected: (type) => (selected ? (selected.get(type) ?? NOTHING) : null),
    };
  }

  /** graphql-js under graphql-shield: mutations, callers who have not signed in, and what is not compiled. */
  function runPlain(document: DocumentNode, operation: Operation, context: Context) {
    return execute({
      schema: isKnown(context.caller) ? compiled.lean : compiled.full,
      document,
      contextValue: context,
      variableValues: operation.variables,
      operationName: operation.operationName,
    });
  }

  /** As over the wire: values are what a client would read. */
  const askOwn = async (operation: Operation, caller: Caller): Promise<FormattedExecutionResult> =>
    JSON.parse(JSON.stringify(await subgraph.execute(operation, caller)));

  const subgraph: OpenSubgraph = {
    name: parts.name,
    compiled,
    async execute(operation, caller) {
      const make = (query: string) => new CompiledDocument(query, compiled, parts.permissions, settings.isPlannedHere);
      const read = madeOnce(documents, operation.query, make);
      const tell = (error: GraphQLError) => tellError(error, settings.log, caller.operationId);
      if (!read.document) return { errors: read.errors.map(tell) };
      const run = isKnown(caller) && execution === 'compiled' ? read.prepare(operation) : null;
      const context = contextOf(caller, run?.selected ?? null);
      const result = await (run ? run.with(context) : runPlain(read.document, operation, context));
      if (!result.errors) return result as FormattedExecutionResult;
      await logRefusals(context, read.document, result.errors, settings.log);
      return { data: result.data, errors: result.errors.map(tell) };
    },
    file: (request, caller) => answerFile(parts, contextOf(caller, null) as Context<FileTools>, request, settings.log),
    async ready() {
      await poolOf(dataSource).query('select 1');
    },
    async close() {
      await errand?.close();
      await catchUp.close();
      await dataSource.destroy();
    },
  };
  const errand = parts.errand?.({
    tools: settings.tools,
    log: settings.log,
    query: async <T>(sql: string, parameters: readonly unknown[] = []) =>
      (await poolOf(dataSource).query(sql, [...parameters])).rows as T[],
    contextOf: (caller: Caller) => contextOf(caller, null),
  } satisfies ErrandAt as ErrandAt<never>);
  return subgraph;
}

/** The permission table by content hash, and the moment since when it holds: a table that comes back is told again. */
async function keepPolicy(dataSource: DataSource, name: SubgraphName, { hash, text }: CompiledSubgraph['policy']) {
  await dataSource.query(`insert into ${name}.policy_table (hash, rules) values ($1, $2) on conflict do nothing`, [
    hash,
    text,
  ]);
  await dataSource.query(
    `insert into ${name}.policy_effect (hash) select $1
     where $1 is distinct from (select e.hash from ${name}.policy_effect e order by e.took_effect desc limit 1) on conflict do nothing`,
    [hash],
  );
}

/** Whoever has signed in, or a service that asks for somebody. */
function isKnown({ personId, service }: Caller): boolean {
  return personId !== null || service !== null;
}

const NOTHING: ReadonlySet<string> = new Set();

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
