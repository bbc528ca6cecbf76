// Explaining rights (权限说明): why somebody sees a field or does not, who sees it, and who saw it.
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { OperationLogConnection, type OperationLogEntry } from '#platform/graph/operation-log';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { ExplainAccessArgs, WhoCanSeeArgs, WhoSawArgs } from './access.input';
import { AccessChain, AccessExplanation } from './access-explanation.entity';
import { explainAccess } from './explain-access';
import { listWhoCanSee } from './list-who-can-see';
import { listWhoSaw } from './list-who-saw';
import { WhoCanSee } from './who-can-see.entity';

@Resolver(() => AccessChain)
export class AccessResolver {
  @Query(() => AccessExplanation, {
    nullable: true,
    description: '某人某日可否看到某字段，及每一步依据 · Whether somebody sees a field on a day, and by what',
  })
  explainAccess(@Args(() => ExplainAccessArgs) args: ExplainAccessArgs, @Ctx() context: Context<never>) {
    return explainAccess(context, args);
  }

  @Query(() => WhoCanSee, { nullable: true, description: '某日谁可看到某字段 · Who sees a field on a day' })
  async whoCanSee(@Args(() => WhoCanSeeArgs) args: WhoCanSeeArgs, @Ctx() context: Context<never>) {
    const { page, ...told } = await listWhoCanSee(context, args);
    return { ...told, chains: connect(page, (chain) => cursorOf(chain.id)) };
  }

  @Query(() => OperationLogConnection, {
    nullable: true,
    description:
      '某期间谁查看过明文（查看与常设可见均留名），新者在前；一页可少于所求 · Who saw it by name in a period, newest first; a page may be shorter than asked for',
  })
  async whoSaw(
    @Args(() => WhoSawArgs) args: WhoSawArgs,
    @Ctx() context: Context<never>,
  ): Promise<Connection<OperationLogEntry>> {
    const { cursor, ...page } = await listWhoSaw(context, args);
    const { edges } = connect(page, (entry) => cursorOf(entry.id));
    return { edges, pageInfo: { hasNextPage: page.hasNextPage, endCursor: cursor } };
  }

  @FieldResolver(() => Person, { nullable: true, description: '何人 · The person' })
  person(@Root() { personId }: AccessChain, @Ctx() context: Context) {
    return personById.load(context, personId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '地区 · The region of the post' })
  region(@Root() { regionId }: AccessChain, @Ctx() context: Context) {
    return regionId && regionById.load(context, regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '单位 · The unit of the post' })
  unit(@Root() { unitId }: AccessChain, @Ctx() context: Context) {
    return unitId && unitById.load(context, unitId);
  }
}
