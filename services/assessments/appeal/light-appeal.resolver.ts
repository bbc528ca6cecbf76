// What the graph answers about appeals against lights, and how they are made and decided.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Person } from '../foreign/person';
import { Light } from '../light/light.entity';
import { publishedLightById } from '../light/light.loader';
import { ScoreNode } from '../scoring/score-node.entity';
import { shownEvidence } from '../scoring/shown-evidence';
import { AppealsArgs } from './appeal.input';
import { appealLight } from './appeal-light';
import { decideAppeal } from './decide-appeal';
import { LightAppeal } from './light-appeal.entity';
import { appealOfLight } from './light-appeal.loader';
import { listAppeals } from './list-appeals';

const LightAppealConnection = connectionOf(LightAppeal, 'LightAppeal', '亮灯申诉', 'appeals against lights');

@Resolver(() => LightAppeal)
export class LightAppealResolver {
  @Query(() => LightAppealConnection, { nullable: true, description: '亮灯申诉 · Appeals against lights' })
  async lightAppeals(
    @Args(() => AppealsArgs) args: AppealsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<LightAppeal>> {
    return connect(await listAppeals(context, args), placedCursor);
  }

  @Mutation(() => LightAppeal, {
    nullable: true,
    description:
      '就计分依据的一项申诉（被亮灯地区，期内一次）· Appeals at one item of the evidence: the lit region, once, in time',
  })
  appealLight(
    @Arg('lightId', () => ID, { description: '亮灯 · The light' }) lightId: string,
    @Arg('node', { description: '计分项 · Item of its evidence' }) node: string,
    @Arg('grounds', { description: '理由 · Grounds' }) grounds: string,
    @Ctx() context: Context,
  ) {
    return appealLight(context, lightId, node, grounds);
  }

  @Mutation(() => LightAppeal, {
    nullable: true,
    description:
      '裁定申诉（未提出、未确认、未申诉者），附复算结果；成立则另出新灯 · Decides an appeal with the tree drawn anew, by who neither proposed, confirmed nor appealed',
  })
  decideAppeal(
    @Arg('id', () => ID, { description: '申诉标识 · Id of the appeal' }) id: string,
    @Arg('upheld', { description: '是否成立 · Whether it is upheld' }) upheld: boolean,
    @Arg('reason', { description: '理由 · Why' }) reason: string,
    @Ctx() context: Context,
  ) {
    return decideAppeal(context, id, upheld, reason);
  }

  @FieldResolver(() => Light, { nullable: true, description: '被申诉的亮灯 · The light appealed against' })
  light(@Root() { lightId }: LightAppeal, @Ctx() context: Context) {
    return publishedLightById.load(context, lightId);
  }

  @FieldResolver(() => Light, { nullable: true, description: '因申诉成立而出的新灯 · The new light, when upheld' })
  newLight(@Root() { newLightId }: LightAppeal, @Ctx() context: Context) {
    return newLightId && publishedLightById.load(context, newLightId);
  }

  @FieldResolver(() => [ScoreNode], { nullable: true, description: '复算的计分依据 · Evidence, drawn anew' })
  async evidence(@Root() { tree, lightId }: LightAppeal, @Ctx() context: Context) {
    const light = tree && (await publishedLightById.load(context, lightId));
    return light && shownEvidence(context, tree, { ...light, unitId: null });
  }

  @FieldResolver(() => Person, { nullable: true, description: '申诉人 · Who appealed' })
  appealedBy(@Root() appeal: LightAppeal) {
    return Person.of(appeal.appealedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '裁定人 · Who decided' })
  decidedBy(@Root() appeal: LightAppeal) {
    return appeal.decidedBy && Person.of(appeal.decidedBy);
  }
}

@Resolver(() => Light)
export class LightAppealedResolver {
  @FieldResolver(() => LightAppeal, { nullable: true, description: '对该灯的申诉 · The appeal against it' })
  appeal(@Root() { id }: Light, @Ctx() context: Context) {
    return appealOfLight.load(context, id);
  }
}
