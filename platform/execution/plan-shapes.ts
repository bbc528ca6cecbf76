// The shapes of a compiled operation: objects, fields and types, with everything looked up that does not depend on the request.
import type {
  FieldNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLResolveInfo,
} from 'graphql';
import type { Rule } from '../access/rules';
import type { Direct } from './direct-resolvers';

export interface ObjectPlan {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
}

export interface FieldPlan {
  readonly key: string;
  readonly name: string;
  readonly parent: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly definition: GraphQLField<unknown, unknown>;
  /** null for what is a property of its row, and for `__typename` */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | null;
  /** for rows that are instances of its class, instead of `resolve` */
  readonly direct: Exclude<Direct, 'property'> | null;
  /** known before any request, or asked once a request with its variables */
  readonly fixedArguments: Record<string, unknown> | null;
  /** place among the fields of the operation */
  readonly place: number;
  /** narrows the field to some callers: a fact of the request, decided once and not once a row */
  readonly guard: Rule | null;
  readonly type: TypePlan;
  readonly info: GraphQLResolveInfo;
}

export interface TypePlan {
  readonly nonNull: boolean;
  readonly of:
    | { readonly kind: 'leaf'; readonly type: GraphQLLeafType }
    | { readonly kind: 'list'; readonly item: TypePlan }
    | { readonly kind: 'object'; readonly plan: ObjectPlan };
}

export interface OperationPlan {
  readonly root: ObjectPlan;
  /** of an operation that asks for entities alone: their plans by type */
  readonly entities: { readonly field: FieldPlan; readonly plans: ReadonlyMap<string, ObjectPlan> } | null;
  readonly fields: number;
  /** by type: the names of all its fields that are asked for somewhere */
  readonly selected: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Thrown for what is left to the plain path: interfaces, unions, introspection. */
export class NotCompiled extends Error {}
