// What a subgraph tells about the access to a row of its own (权限说明): the table of that day, and for each scope asked whether the row is reached.
import { Args, ArgsType, Ctx, Directive, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { type PolicyRecord, sightIn } from '../access/policy-record';
import type { Rows } from '../database/in-scope';
import type { SubgraphName } from '../database/roles';
import type { Level, Post, ScopeKind } from '../vocabulary/caller';
import { Classified } from './classified';
import type { Context } from './context';
import { CalendarDay, Facts } from './scalars';

/** One way in which somebody could ask: a post with its place, or (without a post) somebody who has not signed in. */
@InputType({ description: '一种查询身份（仅供组织服务）· One way to ask, for the organisation service alone' })
export class AccessAskedInput {
  @Field(() => String, { nullable: true, description: '职务；未登录者为空 · Post; null for nobody' })
  post?: Post | null;

  @Field(() => String, { nullable: true, description: '层级 · Level' })
  level?: Level | null;

  @Field(() => String, { nullable: true, description: '条线 · Line of business' })
  line?: string | null;

  @Field(() => [String], { description: '数据范围类别 · Kinds of scope' })
  kinds: ScopeKind[];

  @Field(() => ID, { nullable: true, description: '地区 · Region' })
  regionId?: string | null;

  @Field(() => ID, { nullable: true, description: '单位 · Unit' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: '人员 · Person' })
  personId?: string | null;

  @Field(() => [ID], { description: '当日结对的户 · Households paired on that day' })
  households: string[];
}

@ArgsType()
export class AccessAskedArgs {
  @Field({ description: '类型 · Type of the node' })
  type: string;

  @Field(() => ID, { description: '标识 · Id of the node' })
  id: string;

  @Field({ description: '字段 · Field' })
  field: string;

  @Field(() => CalendarDay, { description: '何日 · On which day' })
  on: string;

  @Field(() => [AccessAskedInput], { description: '各种查询身份 · The ways to ask' })
  asked: AccessAskedInput[];
}

interface Table {
  hash: string;
  took_effect: Date;
  record: PolicyRecord | null;
}

/** The last that was in effect on the day; days before the first have none. */
const TABLE = (s: string) => `
select t.hash, e.took_effect, t.rules -> 'record' as record from ${s}.policy_effect e join ${s}.policy_table t on t.hash = e.hash
where e.took_effect < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' order by e.took_effect desc limit 1`;

export function accessToldResolver(subgraph: SubgraphName): new () => object {
  @Resolver()
  class AccessToldResolver {
    @Directive('@inaccessible')
    @Classified('service')
    @Query(() => Facts, {
      name: `${subgraph}Access`,
      nullable: true,
      description: `谁以何身份可见（仅供组织服务）；无此行则空 · Who sees what of a row, for the organisation service; null without the row`,
    })
    access(@Args(() => AccessAskedArgs) args: AccessAskedArgs, @Ctx() context: Context) {
      return accessTold(subgraph, context, args);
    }
  }
  return AccessToldResolver;
}

/** Under the asker's own scope first: a row that he may not see has no explanation. */
async function accessTold(s: SubgraphName, { inScope }: Context, { type, id, field, on, asked }: AccessAskedArgs) {
  const table = await inScope.read(async (rows) => tableOf(rows, type));
  if (!table) return null;
  const [row] = await inScope.read(({ query }) =>
    query<{ household: string | null }>(
      `select coalesce(to_jsonb(t) ->> 'household_id', case when $2 then t.id::text end) as household from ${s}.${table} t where t.id = $1`,
      [id, type === 'Household'],
    ),
  );
  if (!row) return null;
  const [present] = await inScope.read(({ query }) => query<Table>(TABLE(s), [on]));
  const record = present?.record ?? null;
  const told = record?.fields[`${type}.${field}`] ?? null;
  const root = record?.roots[type] ?? null;
  const opening = root === null ? null : (record?.fields[`Query.${root}`] ?? null);
  const scopes = await Promise.all(asked.map((one) => scopesOf(inScope, one, on)));
  const flat = scopes.flatMap((each, at) => each.map((scope) => ({ at, scope })));
  const reached = await inScope.read(({ query }) =>
    query<{ at: number; seen: boolean }>(`select at, seen from ${s}.row_reach($1, $2, $3::jsonb)`, [
      table,
      id,
      JSON.stringify(flat.map(({ scope }) => scope)),
    ]),
  );
  // Those policies that look at other tables see more there than the role would: what they let pass is asked again in the very role.
  const isReached = asked.map(() => false);
  await Promise.all(
    reached.map(async ({ at, seen }) => {
      const one = flat[at - 1];
      if (seen && one && (await inScope.isReachedBy(one.scope, table, id).catch(notGranted))) isReached[one.at] = true;
    }),
  );
  const holderOf = ({ post, level = null, line = null }: AccessAskedInput) => (post ? { post, level, line } : null);
  return {
    household: row.household,
    known: record !== null,
    fieldKnown: told !== null,
    policyHash: present?.hash ?? null,
    tookEffect: present?.took_effect ?? null,
    fieldClass: told?.class ?? null,
    rule: told?.says ?? null,
    root,
    rootRule: opening?.says ?? null,
    answers: asked.map((one, at) => ({
      opened: record && root !== null ? sightIn(record, 'Query', root, holderOf(one)) !== 'hidden' : true,
      reached: isReached[at],
      sight: record ? sightIn(record, type, field, holderOf(one)) : null,
    })),
  };
}

/** A role without any right on the table reaches no row of it. */
function notGranted(error: unknown): false {
  if ((error as { code?: string }).code === '42501') return false;
  throw error;
}

/** One scope for each range of the region by the tree of that day, or one without. */
async function scopesOf(inScope: Context['inScope'], one: AccessAskedInput, on: string) {
  const ranges = one.regionId ? ((await inScope.rangesOn(one.regionId, on)) ?? []) : [{ lo: '', hi: '' }];
  const households = `{${one.households.join(',')}}`;
  const rest = { households, person: one.personId ?? '', unit: one.unitId ?? '' };
  return one.kinds.flatMap((kind) => ranges.map((range) => ({ kind, ...range, ...rest })));
}

/** The table of a type that has rows with ids; the name comes from the entities, never from the asker. */
function tableOf({ manager }: Rows, type: string): string | null {
  const found = manager.connection.entityMetadatas.find(({ targetName }) => targetName === type);
  return found?.columns.some(({ databaseName }) => databaseName === 'id') ? found.tableName : null;
}
