// What the graph answers about bright points, and how they are reported, verified, adopted elsewhere and followed up.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { adoptBrightPoint, followUpBrightPoint } from './adopt-bright-point';
import { Adoption, AdoptionState, FollowUp } from './adoption.entity';
import { BrightPoint, BrightPointConnection, BrightPointOutcome } from './bright-point.entity';
import { adoptionsOfPoint, followUpsOfAdoption } from './bright-point.loader';
import { listBrightPoints } from './list-bright-points';
import { reportBrightPoint } from './report-bright-point';
import { verifyBrightPoint } from './verify-bright-point';

const verifiedIs = {
  nullable: true,
  description: '已核实的（默认，全市），或未核实的（本范围）· Verified ones of everywhere, or others of the own range',
};
const idIs = { description: '亮点标识 · Id of the bright point' };

@Resolver(() => BrightPoint)
export class BrightPointResolver {
  @Query(() => BrightPointConnection, { nullable: true, description: '亮点，新者在前 · Bright points, newest first' })
  async brightPoints(
    @Arg('verified', () => Boolean, verifiedIs)
    verified: boolean | null,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<BrightPoint>> {
    return connect(await listBrightPoints(context, verified ?? true, page), ({ id }) => cursorOf(id));
  }

  @Mutation(() => BrightPoint, { nullable: true, description: '上报亮点 · Reports a bright point' })
  reportBrightPoint(
    @Arg('title', { description: '标题 · Title' }) title: string,
    @Arg('content', { description: '做法与成效 · What is done and what came of it' }) content: string,
    @Arg('regionId', () => ID, { nullable: true, description: '地区，默认本级 · Region, the own one unless told' })
    regionId: string | null,
    @Ctx() context: Context,
  ) {
    return reportBrightPoint(context, regionId ?? null, { title, content });
  }

  @Mutation(() => BrightPoint, { nullable: true, description: '核实亮点（另一人）· Verifies it, by another person' })
  verifyBrightPoint(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('remark', () => String, { nullable: true, description: '意见 · Remark' }) remark: string | null,
    @Ctx() context: Context,
  ) {
    return verifyBrightPoint(context, BrightPointOutcome.verified, id, remark ?? null);
  }

  @Mutation(() => BrightPoint, { nullable: true, description: '退回亮点，说明原因 · Returns it, saying why' })
  returnBrightPoint(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('remark', { description: '退回原因 · Why it is returned' }) remark: string,
    @Ctx() context: Context,
  ) {
    return verifyBrightPoint(context, BrightPointOutcome.returned, id, remark);
  }

  @Mutation(() => Adoption, { nullable: true, description: '在另一地区采纳亮点 · Adopts it in another region' })
  adoptBrightPoint(
    @Arg('id', () => ID, idIs) pointId: string,
    @Arg('regionId', () => ID, { description: '采纳的地区 · The region that adopts it' }) regionId: string,
    @Arg('adoptedOn', () => CalendarDay, { description: '采纳日期 · Adopted on' }) adoptedOn: string,
    @Arg('plan', { description: '推广计划 · Plan' }) plan: string,
    @Ctx() context: Context,
  ) {
    return adoptBrightPoint(context, { pointId, regionId, adoptedOn, plan });
  }

  @Mutation(() => FollowUp, { nullable: true, description: '跟踪推广 · Follows an adoption up' })
  followUpBrightPoint(
    @Arg('adoptionId', () => ID, { description: '推广标识 · Id of the adoption' }) adoptionId: string,
    @Arg('state', () => AdoptionState, { description: '进展 · How far it has come' }) state: AdoptionState,
    @Arg('note', { description: '情况 · What was seen' }) note: string,
    @Ctx() context: Context,
  ) {
    return followUpBrightPoint(context, { adoptionId, state, note });
  }

  @FieldResolver(() => Region, { description: '地区 · The region that it comes from' })
  region(@Root() { regionId }: BrightPoint) {
    return Region.of(regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '单位 · The unit that it comes from' })
  unit(@Root() { unitId }: BrightPoint) {
    return unitId && Unit.of(unitId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '上报人 · Who reported it' })
  reportedBy(@Root() point: BrightPoint) {
    return Person.of(point.reportedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '核实人 · Who verified or returned it' })
  verifiedBy(@Root() point: BrightPoint) {
    return point.verifiedBy && Person.of(point.verifiedBy);
  }

  @FieldResolver(() => [Adoption], { description: '各地采纳 · Where it was adopted' })
  adoptions(@Root() { id }: BrightPoint, @Ctx() context: Context) {
    return adoptionsOfPoint.load(context, id);
  }
}

@Resolver(() => Region)
export class RegionBrightPointsResolver {
  @FieldResolver(() => BrightPointConnection, {
    nullable: true,
    description: '该地区及其下级的亮点，新者在前 · Bright points of the region and all below it, newest first',
  })
  async brightPoints(
    @Root() { id }: Region,
    @Arg('verified', () => Boolean, verifiedIs)
    verified: boolean | null,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<BrightPoint>> {
    return connect(await listBrightPoints(context, verified ?? true, page, id), (point) => cursorOf(point.id));
  }
}

@Resolver(() => Adoption)
export class AdoptionResolver {
  @FieldResolver(() => Region, { description: '采纳的地区 · The region that adopted it' })
  region(@Root() { regionId }: Adoption) {
    return Region.of(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '采纳人 · Who adopted it' })
  adoptedBy(@Root() adoption: Adoption) {
    return Person.of(adoption.adoptedBy);
  }

  @FieldResolver(() => [FollowUp], { description: '跟踪，旧者在前 · What was seen of it, oldest first' })
  followUps(@Root() { id }: Adoption, @Ctx() context: Context) {
    return followUpsOfAdoption.load(context, id);
  }
}
