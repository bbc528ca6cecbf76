// What the graph answers about lights, and how they are proposed and confirmed.
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { PeerGroup } from '../scoring/peer-group.entity';
import { ScoreNode } from '../scoring/score-node.entity';
import { shownEvidence } from '../scoring/shown-evidence';
import type { AssessmentsContext } from '../tools';
import { confirmLights, newestRound } from './confirm-lights';
import { Light } from './light.entity';
import { publishedLights, scoreOf } from './light.loader';
import { LightReason, shownReason } from './light-reason.entity';
import { LightRound } from './light-round.entity';
import { proposeLights } from './propose-lights';
import { Recomputation } from './recomputation.entity';
import { recomputeLight } from './recompute-light';

const quarterIs = { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' };
const groupIs = {
  defaultValue: PeerGroup.town,
  description: '同组，默认为乡镇 · The peer group, towns by default',
};

@Resolver(() => Light)
export class LightResolver {
  @Query(() => [Light], {
    nullable: true,
    description: '已公布的一组地区的亮灯，按名次 · Published lights of a peer group, by rank',
  })
  lights(
    @Arg('quarter', quarterIs) quarter: string,
    @Arg('level', () => PeerGroup, groupIs) level: PeerGroup,
    @Ctx() context: Context,
  ) {
    parseQuarter(quarter);
    return publishedLights(context, quarter, level);
  }

  @Query(() => Recomputation, {
    nullable: true,
    description:
      '用封存的数据复算亮灯，须与原哈希一致 · Draws a light anew from what was frozen; the hashes must be the same',
  })
  recomputeLight(
    @Arg('id', () => ID, { description: '亮灯标识 · Id of the light' }) id: string,
    @Ctx() context: AssessmentsContext,
  ) {
    return recomputeLight(context, id);
  }

  @Query(() => LightRound, {
    nullable: true,
    description: '最近一次提出的亮灯（含未公布）· The lights proposed last, also while unpublished',
  })
  lightRound(@Arg('quarter', quarterIs) quarter: string, @Ctx() { inScope }: Context) {
    parseQuarter(quarter);
    return inScope.read(({ manager }) => newestRound(manager, quarter));
  }

  @Mutation(() => LightRound, {
    nullable: true,
    description:
      '封账：对各来源取数一次，提出各区、功能区、乡镇的得分与亮灯及成员单位得分 · Closes a quarter: asks each source once, proposes scores and lights of districts, zones and towns, and scores of units',
  })
  proposeLights(
    @Arg('quarter', quarterIs) quarter: string,
    @Arg('idempotencyKey', { description: '幂等键，8 至 100 个字符 · Idempotency key, 8 to 100 characters' })
    idempotencyKey: string,
    @Ctx() context: AssessmentsContext,
  ) {
    return proposeLights(context, quarter, idempotencyKey);
  }

  @Mutation(() => LightRound, {
    nullable: true,
    description: '确认并公布亮灯（另一人）· Confirms and publishes the lights, by another person',
  })
  confirmLights(
    @Arg('quarter', quarterIs) quarter: string,
    @Arg('roundId', () => ID, {
      nullable: true,
      description: '所查看的批次；其后另有提出则拒绝 · The round that was looked at, refused when a newer one came',
    })
    roundId: string | null,
    @Ctx() context: Context,
  ) {
    return confirmLights(context, quarter, roundId ?? null);
  }

  @FieldResolver(() => Region, { description: '地区 · The region' })
  region(@Root() { regionId }: Light) {
    return Region.of(regionId);
  }

  @FieldResolver(() => String, { nullable: true, description: '得分 · The score' })
  async score(@Root() light: Light, @Ctx() context: Context) {
    return (await scoreOf(context, light))?.score ?? null;
  }

  @FieldResolver(() => [LightReason], { description: '亮灯原因；绿灯为空 · Why it is yellow or red, empty for green' })
  reasons(@Root() { reasons }: Light) {
    return reasons.map(shownReason);
  }

  @FieldResolver(() => [ScoreNode], {
    nullable: true,
    description: '计分依据，上级在前 · Evidence of the score, each item after the one that it belongs to',
  })
  async evidence(@Root() light: Light, @Ctx() context: Context) {
    const score = await scoreOf(context, light);
    return score && shownEvidence(context, score.tree, score);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提出人 · Who proposed it' })
  proposedBy(@Root() light: Light) {
    return Person.of(light.proposedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '确认人 · Who confirmed it' })
  confirmedBy(@Root() light: Light) {
    return light.confirmedBy && Person.of(light.confirmedBy);
  }
}
