// What the graph answers about exposures, and how they are drafted, looked through, published, answered and withdrawn.
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Evidence } from '#platform/graph/files/evidence';
import { Finding } from '../finding/finding.entity';
import { findingById } from '../finding/finding.loader';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { answerExposure } from './answer-exposure';
import { draftExposure } from './draft-exposure';
import { Exposure, ExposureDuty, ExposurePlace } from './exposure.entity';
import { DraftExposureInput } from './exposure.input';
import { clippingsOfExposure } from './exposure.loader';
import { findPersonalPlaces } from './find-personal-places';
import { listExposureDuties, listExposures, listOfficeExposures } from './list-exposures';
import { publishExposure } from './publish-exposure';
import { withdrawExposure } from './withdraw-exposure';

const ExposureConnection = connectionOf(Exposure, 'Exposure', '公开曝光', 'exposures');
const ID_IS = '曝光标识 · Id of the exposure';

@ArgsType()
export class ExposuresArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: '只要此季度 · Only this quarter' })
  quarter?: string;
}

@Resolver(() => Exposure)
export class ExposureResolver {
  @Query(() => ExposureConnection, {
    nullable: true,
    description: '已公布的曝光，新者在前 · Published exposures, newest first',
  })
  async exposures(
    @Args(() => ExposuresArgs) args: ExposuresArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Exposure>> {
    return connect(await listExposures(context, args), ({ id }) => cursorOf(id));
  }

  @Query(() => ExposureConnection, {
    nullable: true,
    description: '辖区内全部曝光，含草稿与已撤回 · All exposures in range, drafts and withdrawn ones too',
  })
  async officeExposures(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Exposure>> {
    return connect(await listOfficeExposures(context, args), ({ id }) => cursorOf(id));
  }

  @Query(() => [ExposureDuty], {
    nullable: true,
    description:
      '每季度至少曝光一次：各季度是否已办、逾期 · One each quarter: which quarters have one, which are overdue',
  })
  exposureDuties(
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Ctx() context: Context,
  ): Promise<ExposureDuty[]> {
    return listExposureDuties(context, year);
  }

  @Query(() => [ExposurePlace], {
    nullable: true,
    description: '曝光前预检：空为不含个人信息 · What of a draft tells about a person; empty is clean',
  })
  exposurePreview(
    @Arg('title', { description: '标题 · Title' }) title: string,
    @Arg('text', { description: '正文 · Text' }) text: string,
    @Ctx() context: Context,
  ): Promise<ExposurePlace[]> {
    return findPersonalPlaces(context, { title, text });
  }

  @Mutation(() => Exposure, { nullable: true, description: '起草曝光 · Drafts an exposure' })
  draftExposure(
    @Arg('input', () => DraftExposureInput, { description: '草稿 · The draft' }) input: DraftExposureInput,
    @Ctx() context: Context,
  ) {
    return draftExposure(context, input);
  }

  @Mutation(() => Exposure, {
    nullable: true,
    description:
      '公布曝光（另一人），含个人信息的拒绝 · Publishes an exposure, by a second person; refused with personal data',
  })
  publishExposure(@Arg('id', () => ID, { description: ID_IS }) id: string, @Ctx() context: Context) {
    return publishExposure(context, id);
  }

  @Mutation(() => Exposure, {
    nullable: true,
    description: '被曝光单位回应 · Answers an exposure, by the exposed unit',
  })
  answerExposure(
    @Arg('id', () => ID, { description: ID_IS }) id: string,
    @Arg('answer', { description: '回应与整改情况 · The answer, and what was put right' }) answer: string,
    @Ctx() context: Context,
  ) {
    return answerExposure(context, id, answer);
  }

  @Mutation(() => Exposure, {
    nullable: true,
    description: '撤回曝光，留痕 · Withdraws an exposure, keeping the trace',
  })
  withdrawExposure(
    @Arg('id', () => ID, { description: ID_IS }) id: string,
    @Arg('reason', { description: '原因 · Why' }) reason: string,
    @Ctx() context: Context,
  ) {
    return withdrawExposure(context, id, reason);
  }

  @FieldResolver(() => Region, { description: '地区 · The region' })
  region(@Root() { regionId }: Exposure) {
    return Region.of(regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '被曝光单位 · The exposed unit' })
  unit(@Root() { unitId }: Exposure) {
    return Unit.of(unitId);
  }

  @FieldResolver(() => Finding, { nullable: true, description: '所曝光的问题 · The finding' })
  finding(@Root() { findingId }: Exposure, @Ctx() context: Context) {
    return findingById.load(context, findingId);
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: '剪报（已公布者）· Clippings, once published' })
  clippings(@Root() { id }: Exposure, @Ctx() context: Context) {
    return clippingsOfExposure.load(context, id);
  }
}
