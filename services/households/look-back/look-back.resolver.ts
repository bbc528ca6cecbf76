// What the graph answers about look-backs, and how they are opened, checked, put right, re-checked and closed.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Region, regionOf } from '../foreign/region';
import { addMissedCase, checkCase } from './check-case';
import { closeLookBack } from './close-look-back';
import { categoriesOfLookBack } from './find-look-back-pack';
import { findProgress } from './find-progress';
import { fixCase } from './fix-case';
import { listCases, listLookBacks } from './list-look-backs';
import { LookBack, LookBackCategory, LookBackProgress } from './look-back.entity';
import { LookBackCasesArgs, LookBackCheckInput, OpenLookBackInput } from './look-back.input';
import { lookBackById, lookBackCaseById } from './look-back.loader';
import { LookBackCase } from './look-back-case.entity';
import { openLookBack } from './open-look-back';
import { recheckCase } from './recheck-case';

const LookBackConnection = connectionOf(LookBack, 'LookBack', '回头看', 'look-backs');
const LookBackCaseConnection = connectionOf(LookBackCase, 'LookBackCase', '回头看户', 'cases of a look-back');
const CaseId = () => Arg('caseId', () => ID, { description: '回头看一户的标识 · Id of the case' });

/** Read again, as the caller may see it now. */
async function caseAgain(context: Context, done: Promise<string>) {
  const id = await done;
  context.loaders.clear();
  return lookBackCaseById.load(context, id);
}

@Resolver(() => LookBack)
export class LookBackResolver {
  @Query(() => LookBack, { nullable: true, description: '按标识查回头看 · A look-back by its id' })
  lookBack(
    @Arg('id', () => ID, { description: '回头看标识 · Id of the look-back' }) id: string,
    @Ctx() context: Context,
  ) {
    return lookBackById.load(context, id);
  }

  @Query(() => LookBackConnection, {
    nullable: true,
    description: '涉及本地区的回头看，新者在前 · Look-backs that concern the caller’s region, newest first',
  })
  async lookBacks(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<LookBack>> {
    return connect(await listLookBacks(context, args), ({ id }) => cursorOf(id));
  }

  @Query(() => LookBackCaseConnection, {
    nullable: true,
    description: '回头看各户，按地区次序 · Cases of a look-back, in the order of places',
  })
  async lookBackCases(
    @Args(() => LookBackCasesArgs) args: LookBackCasesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<LookBackCase>> {
    return connect(await listCases(context, args), placedCursor);
  }

  @Mutation(() => LookBack, {
    nullable: true,
    description: '部署回头看，名单随即冻结 · Opens a look-back; its list is frozen',
  })
  async openLookBack(
    @Arg('input', () => OpenLookBackInput, { description: '部署内容 · How it is opened' }) input: OpenLookBackInput,
    @Ctx() context: Context,
  ) {
    return lookBackById.load(context, await openLookBack(context, input));
  }

  @Mutation(() => LookBackCase, {
    nullable: true,
    description: '核查一户，须先登记两不愁三保障核查 · Checks a household, on a guarantee check made before',
  })
  checkLookBackCase(
    @Arg('input', () => LookBackCheckInput, { description: '核查内容 · What was found' }) input: LookBackCheckInput,
    @Ctx() context: Context,
  ) {
    return caseAgain(context, checkCase(context, input));
  }

  @Mutation(() => LookBackCase, {
    nullable: true,
    description: '登记漏评户（未建档）· Records a household that was missed',
  })
  addMissedCase(
    @Arg('lookBackId', () => ID, { description: '回头看标识 · Id of the look-back' }) lookBackId: string,
    @Arg('regionId', () => ID, { description: '村（居）· The village' }) regionId: string,
    @Arg('finding', { description: '情况，勿填个人号码 · What was found, without personal numbers' }) finding: string,
    @Ctx() context: Context,
  ) {
    return caseAgain(context, addMissedCase(context, { lookBackId, regionId, finding }));
  }

  @Mutation(() => LookBackCase, {
    nullable: true,
    description:
      '整改；漏评、错评、错退须以认定程序整改 · Puts a case right; who was missed, wrongly identified or wrongly exited by a determination',
  })
  fixLookBackCase(
    @CaseId() caseId: string,
    @Arg('fix', { description: '整改情况 · How it was put right' }) fix: string,
    @Arg('determinationId', () => ID, {
      nullable: true,
      description: '所依据的认定 · The determination that puts it right',
    })
    determinationId: string | null,
    @Ctx() context: Context,
  ) {
    return caseAgain(context, fixCase(context, { caseId, fix, determinationId }));
  }

  @Mutation(() => LookBackCase, {
    nullable: true,
    description: '复核（核查、整改以外的人）· Re-checks a case, by another person than checked and fixed',
  })
  recheckLookBackCase(
    @CaseId() caseId: string,
    @Arg('passes', { description: '是否通过；不通过的退回整改 · Whether it passes; else it goes back' })
    passes: boolean,
    @Arg('remark', { description: '复核意见 · Remark' }) remark: string,
    @Ctx() context: Context,
  ) {
    return caseAgain(context, recheckCase(context, { caseId, passes, remark }));
  }

  @Mutation(() => LookBack, {
    nullable: true,
    description: '回头看销号（部署者以外的人）· Closes a look-back, by another person than opened it',
  })
  async closeLookBack(
    @Arg('id', () => ID, { description: '回头看标识 · Id of the look-back' }) id: string,
    @Arg('summary', { description: '总结 · Summary' }) summary: string,
    @Arg('lateReason', () => String, {
      nullable: true,
      description: '逾期原因；过了销号截止日的必填 · Why it is late; needed after the day of closing',
    })
    lateReason: string | null,
    @Ctx() context: Context,
  ) {
    const closed = await closeLookBack(context, id, summary, lateReason ?? null);
    context.loaders.clear();
    return lookBackById.load(context, closed);
  }

  @FieldResolver(() => Region, { description: '部署地区 · The region it was opened over' })
  region(@Root() { regionId }: LookBack) {
    return regionOf(regionId);
  }

  @FieldResolver(() => [LookBackCategory], { description: '问题类别 · What may be found wrong' })
  categories(@Root() lookBack: LookBack, @Ctx() context: Context) {
    return categoriesOfLookBack(context, lookBack);
  }

  @FieldResolver(() => LookBackProgress, {
    nullable: true,
    description: '全部进度；不全在您范围内则为空 · How far it is; null when it is not wholly in your scope',
  })
  progress(@Root() { id, regionId }: LookBack, @Ctx() context: Context) {
    return findProgress(context, id, regionId);
  }
}
