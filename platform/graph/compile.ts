// Compiling a subgraph: decorated classes become a federated schema, guarded by its policy in two forms.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, parse } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { type Policy } from '../access/policy';
import { recordOf } from '../access/policy-record';
import type { MigrationClass } from '../database/migration';
import type { SubgraphName } from '../database/roles';
import { type DirectFields, directFields } from '../execution/direct-resolvers';
import { contentHash } from '../vocabulary/canonical';
import { isId } from '../vocabulary/id';
import { madeOnce } from '../vocabulary/made-once';
import type { RefusalMaker } from '../vocabulary/refusal';
import type { Context } from './context';
import type { ErrandMaker } from './errand';
import type { FileMakers, FileTakers } from './files/serve-file';
import { Instant } from './scalars';
import { validateInput } from './validate-input';

type Class = new (...args: never[]) => object;

/** Loads what an entity key names, through the caller's scope; null where there is nothing or it may not be seen. */
export type Reference = (id: string, context: Context<never>) => Promise<object | null>;

export interface SubgraphParts {
  name: SubgraphName;
  resolvers: Class[];
  /** object types that no root field reaches, such as extended entities */
  types: Class[];
  references: Readonly<Record<string, Reference>>;
  entities: Class[];
  migrations: MigrationClass[];
  permissions: Policy;
  refusals: Readonly<Record<string, RefusalMaker>>;
  /** what its file door serves, by name; none, and there is no door */
  files?: FileMakers;
  /** what it takes in beside evidence, by name */
  uploads?: FileTakers;
  /** what it does of its own accord while it is open */
  errand?: ErrandMaker;
}

export interface CompiledSubgraph {
  sdl: string;
  /** as decorated, before federation: what the checks and the printed docs read */
  plain: GraphQLSchema;
  lean: GraphQLSchema;
  full: GraphQLSchema;
  /** without guard: what the compiled path runs, which decides the same rules once a request */
  bare: GraphQLSchema;
  references: Readonly<Record<string, Reference>>;
  direct: DirectFields;
  /** the permission table as it is kept: its rows, and what each field shows to whom */
  policy: { hash: string; text: string };
}

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@external", "@provides", "@requires"])';

const compiled = new WeakMap<SubgraphParts, CompiledSubgraph>();

/** Once in a process, however often it is opened. */
export function compileSubgraph(parts: SubgraphParts): CompiledSubgraph {
  return madeOnce(compiled, parts, compile);
}

function compile(parts: SubgraphParts): CompiledSubgraph {
  const plain = buildSchemaSync({
    resolvers: parts.resolvers as unknown as NonEmptyArray<new () => object>,
    orphanedTypes: parts.types,
    scalarsMap: [{ type: Date, scalar: Instant }],
    validateFn: validateInput,
  });
  const problems = parts.permissions.problems(plain);
  if (problems.length > 0) throw new Error(`permissions of ${parts.name}:\n  ${problems.join('\n  ')}`);
  const sdl = `${FEDERATION}\n\n${printSchemaWithDirectives(plain).replace(/^schema \{[^}]*\}\n*/m, '')}`;
  const resolvers = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  for (const [type, load] of Object.entries(parts.references))
    resolvers[type] = {
      ...resolvers[type],
      __resolveReference: ({ id }: { id?: unknown }, context: Context<never>) =>
        isId(id) ? heard(load(id, context)) : null,
    };
  const build = () => buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
  const guarded = (form: 'lean' | 'full') => {
    const schema = build();
    return applyMiddleware(schema, parts.permissions.guard(schema, form));
  };
  const { references } = parts;
  const direct = directFields(parts.resolvers);
  const policy = { rows: [...parts.permissions.rows()], record: recordOf(parts.permissions, plain) };
  const kept = { hash: contentHash(policy), text: JSON.stringify(policy) };
  return { sdl, plain, lean: guarded('lean'), full: guarded('full'), bare: build(), references, direct, policy: kept };
}

/**
 * @apollo/subgraph stops at a representation that is none, and leaves those before it alone: what they fail with is told as a value, which
 * graphql-js takes for the failure that it is, and not as a rejection that nobody hears.
 */
function heard<T>(found: Promise<T>): Promise<T | Error> {
  return found.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
}
