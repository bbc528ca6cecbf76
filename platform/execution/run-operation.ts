// Runs a compiled operation for one caller: answers and errors are those of graphql-js, without its work for each field of each row.
import { type ExecutionResult, GraphQLError, type GraphQLResolveInfo, getArgumentValues, locatedError } from 'graphql';
import { refusalOfGuard } from '../access/policy';
import type { Context } from '../graph/context';
import type { Caller } from '../vocabulary/caller';
import type { Variables } from './condition-variables';
import { nullAt, nullRefused, type Place, pathTo } from './place';
import { type FieldPlan, type ObjectPlan, type OperationPlan, type TypePlan } from './plan-shapes';

export class OperationRun {
  private readonly errors: GraphQLError[] = [];
  private readonly answer: Record<string | number, unknown> = {};
  private readonly arguments: (Record<string, unknown> | undefined)[];
  private readonly verdicts: (boolean | undefined)[];
  private readonly caller: Caller;
  private pending = 1;
  private finish: () => void;
  private readonly finished: Promise<void>;

  constructor(
    private readonly plan: OperationPlan,
    private readonly context: Context,
    private readonly variables: Variables,
  ) {
    this.caller = context.caller;
    this.arguments = new Array(plan.fields);
    this.verdicts = new Array(plan.fields);
    this.finished = new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  async run(): Promise<ExecutionResult> {
    const data: Record<string, unknown> = {};
    this.answer.data = data;
    this.fields(this.plan.root, {}, data, this.rootPlace());
    return this.ended();
  }

  async runEntities(
    found: readonly { type: string; found: Promise<object | null> | null }[],
  ): Promise<ExecutionResult> {
    const { field, plans } = this.plan.entities as NonNullable<OperationPlan['entities']>;
    const data: Record<string, unknown> = {};
    const list: unknown[] = new Array(found.length);
    this.answer.data = data;
    data[field.key] = list;
    const root = this.rootPlace();
    const above: Place = { above: root, holder: data, key: field.key, nullable: false, dead: false };
    found.forEach(({ type, found: entity }, at) => {
      const plan = plans.get(type);
      const one: TypePlan = {
        nonNull: false,
        of: { kind: 'object', plan: plan ?? { type: field.parent, fields: [] } },
      };
      this.settleLater(field, one, entity, list as never, at, above);
    });
    return this.ended();
  }

  private rootPlace(): Place {
    return { above: null, holder: this.answer, key: 'data', nullable: true, dead: false };
  }

  private async ended(): Promise<ExecutionResult> {
    if (--this.pending > 0) await this.finished;
    const data = this.answer.data as ExecutionResult['data'];
    return this.errors.length > 0 ? { errors: this.errors, data } : { data };
  }

  private fields(plan: ObjectPlan, source: unknown, target: Record<string, unknown>, place: Place): void {
    for (const field of plan.fields) {
      this.field(field, source, target, place);
      if (place.dead) return;
    }
  }

  private field(field: FieldPlan, source: unknown, target: Record<string, unknown>, place: Place): void {
    const { key, type } = field;
    let value: unknown;
    try {
      value = this.valueOf(field, source);
    } catch (error) {
      this.fail(field, type, error, target, key, place);
      return;
    }
    this.settleLater(field, type, value, target, key, place);
  }

  private valueOf(field: FieldPlan, source: unknown): unknown {
    // In the order of the plain path: arguments that are no good are told before the guard is asked.
    const { direct } = field;
    const isDirect = direct !== null && source instanceof direct.of;
    const given = field.resolve ? this.argumentsOf(field) : undefined;
    if (field.guard && !this.admits(field)) throw refusalOfGuard(this.caller);
    if (isDirect) return direct.call(source, this.context, given as Record<string, unknown>);
    if (field.resolve) return field.resolve(source, given as Record<string, unknown>, this.context, field.info);
    if (field.name === '__typename') return field.parent.name;
    const value = (source as Record<string, unknown>)[field.name];
    if (typeof value !== 'function') return value;
    const method = value as (args: unknown, context: unknown, info: GraphQLResolveInfo) => unknown;
    return method.call(source, this.argumentsOf(field), this.context, field.info);
  }

  /** Puts a value into its place, when it is there. */
  private settleLater(
    field: FieldPlan,
    type: TypePlan,
    value: unknown,
    holder: Record<string | number, unknown>,
    key: string | number,
    place: Place,
  ): void {
    if (typeof (value as { then?: unknown } | null | undefined)?.then !== 'function') {
      this.settle(field, type, value, holder, key, place);
      return;
    }
    // Its place is kept, so that the answer has its fields in the order of the operation.
    holder[key] = undefined;
    this.pending++;
    (value as PromiseLike<unknown>).then(
      (settled) => {
        this.settle(field, type, settled, holder, key, place);
        if (--this.pending === 0) this.finish();
      },
      (error: unknown) => {
        this.fail(field, type, error, holder, key, place);
        if (--this.pending === 0) this.finish();
      },
    );
  }

  private settle(
    field: FieldPlan,
    type: TypePlan,
    value: unknown,
    holder: Record<string | number, unknown>,
    key: string | number,
    place: Place,
  ): void {
    if (value === null || value === undefined) {
      if (!type.nonNull) holder[key] = null;
      else this.fail(field, type, nullRefused(field), holder, key, place);
      return;
    }
    if (value instanceof Error) {
      this.fail(field, type, value, holder, key, place);
      return;
    }
    const { of } = type;
    if (of.kind === 'leaf') {
      try {
        const told = of.type.serialize(value);
        if (told == null) throw new Error(`Expected \`${of.type.name}.serialize\` to return a value`);
        holder[key] = told;
      } catch (error) {
        this.fail(field, type, error, holder, key, place);
      }
    } else if (of.kind === 'object') {
      const target: Record<string, unknown> = {};
      holder[key] = target;
      this.fields(of.plan, value, target, { above: place, holder, key, nullable: !type.nonNull, dead: false });
    } else this.settleList(field, type, of.item, value, holder, key, place);
  }

  private settleList(
    field: FieldPlan,
    type: TypePlan,
    item: TypePlan,
    value: object,
    holder: Record<string | number, unknown>,
    key: string | number,
    place: Place,
  ): void {
    if (typeof value !== 'object' || !(Symbol.iterator in value)) {
      const what = `Expected Iterable, but did not find one for field "${field.parent.name}.${field.name}".`;
      this.fail(field, type, new GraphQLError(what), holder, key, place);
      return;
    }
    const items = Array.isArray(value) ? value : [...(value as Iterable<unknown>)];
    const list: unknown[] = new Array(items.length);
    holder[key] = list;
    const own: Place = { above: place, holder, key, nullable: !type.nonNull, dead: false };
    for (let at = 0; at < items.length; at++) {
      this.settleLater(field, item, items[at], list as never, at, own);
      if (own.dead) return;
    }
  }

  /** Tells an error at its place, and nulls the nearest place that may be null. */
  private fail(
    field: FieldPlan,
    type: TypePlan,
    error: unknown,
    holder: Record<string | number, unknown>,
    key: string | number,
    place: Place,
  ): void {
    // Another failure was here first, and was told.
    if (!nullAt(holder, key, !type.nonNull, place)) return;
    this.errors.push(locatedError(error, field.nodes, pathTo(place, key)));
  }

  private admits(field: FieldPlan): boolean {
    this.verdicts[field.place] ??= field.guard?.admits(this.caller) ?? true;
    return this.verdicts[field.place] as boolean;
  }

  private argumentsOf(field: FieldPlan): Record<string, unknown> {
    if (field.fixedArguments) return field.fixedArguments;
    const [node] = field.nodes as readonly [FieldPlan['nodes'][0]];
    this.arguments[field.place] ??= getArgumentValues(field.definition, node, this.variables);
    return this.arguments[field.place] as Record<string, unknown>;
  }
}
