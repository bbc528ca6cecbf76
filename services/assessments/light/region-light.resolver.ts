// What a region tells about its light and score, a score about its evidence, and a round about its lights.
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { PeerGroup } from '../scoring/peer-group.entity';
import { Score } from '../scoring/score.entity';
import { ScoreNode } from '../scoring/score-node.entity';
import { shownEvidence } from '../scoring/shown-evidence';
import { Light } from './light.entity';
import { lightsOfRound, publishedLight, scoreOf } from './light.loader';
import { LightRound } from './light-round.entity';
import { Recomputation } from './recomputation.entity';

const groupIs = {
  defaultValue: PeerGroup.town,
  description: '同组，默认为乡镇 · The peer group, towns by default',
};
const quarterIs = { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' };

@Resolver(() => Region)
export class RegionLightResolver {
  @FieldResolver(() => Light, { nullable: true, description: '已公布的亮灯 · The published light' })
  light(@Root() { id }: Region, @Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    parseQuarter(quarter);
    return publishedLight.load(context, `${quarter} ${id}`);
  }

  @FieldResolver(() => Score, { nullable: true, description: '已公布的得分 · The published score' })
  async score(@Root() { id }: Region, @Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    parseQuarter(quarter);
    const light = await publishedLight.load(context, `${quarter} ${id}`);
    return light && scoreOf(context, light);
  }
}

@Resolver(() => Recomputation)
export class RecomputationResolver {
  @FieldResolver(() => [ScoreNode], { description: '复算的计分依据 · Evidence, drawn anew' })
  evidence(@Root() { tree, scored }: Recomputation, @Ctx() context: Context) {
    return shownEvidence(context, tree, scored);
  }
}

@Resolver(() => Score)
export class ScoreResolver {
  @FieldResolver(() => [ScoreNode], {
    description: '计分依据，上级在前 · Evidence, each item after the one that it belongs to',
  })
  evidence(@Root() score: Score, @Ctx() context: Context) {
    return shownEvidence(context, score.tree, score);
  }

  @FieldResolver(() => Person, { nullable: true, description: '计分人 · Who drew it' })
  drawnBy(@Root() score: Score) {
    return Person.of(score.drawnBy);
  }
}

@Resolver(() => LightRound)
export class LightRoundResolver {
  @FieldResolver(() => [Light], {
    description: '本批次一组地区的亮灯，按名次 · Lights of one group of the round, by rank',
  })
  async lights(
    @Root() { id }: LightRound,
    @Arg('level', () => PeerGroup, groupIs) level: PeerGroup,
    @Ctx() context: Context,
  ) {
    return (await lightsOfRound.load(context, id)).filter((light) => light.level === level);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提出人 · Who proposed it' })
  proposedBy(@Root() round: LightRound) {
    return Person.of(round.proposedBy);
  }
}
