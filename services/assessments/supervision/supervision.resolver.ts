// What the graph answers about supervisions, and how they are planned, carried out, recorded and released.
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { carryOutSupervision } from './carry-out-supervision';
import { closeSupervisionRecord } from './close-supervision-record';
import { ExpertOpinion } from './expert-opinion.entity';
import { giveExpertOpinion } from './give-expert-opinion';
import { listSupervisions } from './list-supervisions';
import { planSupervision } from './plan-supervision';
import { releaseSupervision } from './release-supervision';
import { Supervision } from './supervision.entity';
import { BulletinInput, ExpertOpinionInput, PlanSupervisionInput, SupervisionsArgs } from './supervision.input';
import { supervisionById } from './supervision.loader';

const SupervisionConnection = connectionOf(Supervision, 'Supervision', '督导', 'supervisions');
const idIs = { description: '督导标识 · Id of the supervision' };

@Resolver()
export class SupervisionResolver {
  @Query(() => Supervision, { nullable: true, description: '按标识查督导 · A supervision by its id' })
  supervision(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return isId(id) ? supervisionById.load(context, id) : null;
  }

  @Query(() => SupervisionConnection, { nullable: true, description: '督导，新者在前 · Supervisions, newest first' })
  async supervisions(
    @Args(() => SupervisionsArgs) args: SupervisionsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Supervision>> {
    return connect(await listSupervisions(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => Supervision, {
    nullable: true,
    description: '按督查方式拟定督导 · Plans a supervision by a procedure',
  })
  planSupervision(
    @Arg('input', () => PlanSupervisionInput, { description: '督导计划 · The plan' }) input: PlanSupervisionInput,
    @Ctx() context: Context,
  ) {
    return planSupervision(context, input);
  }

  @Mutation(() => Supervision, { nullable: true, description: '开展督导 · Tells that a supervision is carried out' })
  carryOutSupervision(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return carryOutSupervision(context, id);
  }

  @Mutation(() => ExpertOpinion, { nullable: true, description: '登记专家意见 · Records the opinion of an expert' })
  giveExpertOpinion(
    @Arg('input', () => ExpertOpinionInput, { description: '专家意见 · The opinion' }) input: ExpertOpinionInput,
    @Ctx() context: Context,
  ) {
    return giveExpertOpinion(context, input);
  }

  @Mutation(() => Supervision, {
    nullable: true,
    description: '完成督导记录；须有该方式的产出 · Closes the record, once there is what the procedure brings forth',
  })
  closeSupervisionRecord(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return closeSupervisionRecord(context, id);
  }

  @Mutation(() => Supervision, {
    nullable: true,
    description:
      '公布督导及其全部记录，给定编号 · Releases a supervision with all its records, which get their numbers',
  })
  releaseSupervision(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('bulletin', () => BulletinInput, {
      nullable: true,
      description: '通报正文，仅通报方式 · The bulletin, by that form alone',
    })
    bulletin: BulletinInput | null,
    @Ctx() context: Context,
  ) {
    return releaseSupervision(context, id, bulletin ?? null);
  }
}
