// What the graph answers about resolutions: the meeting that took them, and whom they charge.
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Meeting } from '../meeting/meeting.entity';
import { meetingById } from '../meeting/meeting.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { listResolutions } from './list-resolutions';
import { Resolution } from './resolution.entity';
import { ResolutionsArgs } from './resolution.input';
import { resolutionById } from './resolution.loader';
import { ResolutionForTask } from './resolution-for-task.entity';

const ResolutionConnection = connectionOf(Resolution, 'Resolution', '议定事项', 'resolutions');

@Resolver(() => Resolution)
export class ResolutionResolver {
  @Query(() => Resolution, { nullable: true, description: '按标识查议定事项 · A resolution by its id' })
  resolution(
    @Arg('id', () => ID, { description: '议定事项标识 · Id of the resolution' }) id: string,
    @Ctx() context: Context,
  ) {
    return resolutionById.load(context, id);
  }

  @Query(() => ResolutionConnection, {
    nullable: true,
    description: '议定事项列表，新会议在前 · Resolutions, those of the newest meeting first',
  })
  async resolutions(
    @Args(() => ResolutionsArgs) args: ResolutionsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Resolution>> {
    return connect(await listResolutions(context, args), ({ heldOn, id }) => cursorOf(heldOn, id));
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => ResolutionForTask, {
    nullable: true,
    description: '转任务用的议定事项（仅供考核服务）· A resolution to become a task, for the assessments service alone',
  })
  resolutionForTask(
    @Arg('id', () => ID, { description: '议定事项标识 · Id of the resolution' }) id: string,
    @Ctx() context: Context,
  ) {
    return resolutionById.load(context, id);
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description: '会议；不在范围内的为空 · The meeting, null where it is not in scope',
  })
  meeting(@Root() { meetingId }: Resolution, @Ctx() context: Context) {
    return meetingById.load(context, meetingId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '责任单位 · The unit that owns it' })
  ownerUnit(@Root() { ownerUnitId }: Resolution, @Ctx() context: Context) {
    return ownerUnitId && unitById.load(context, ownerUnitId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '责任地区 · The region that owns it' })
  ownerRegion(@Root() { ownerRegionId }: Resolution, @Ctx() context: Context) {
    return ownerRegionId && regionById.load(context, ownerRegionId);
  }
}
