// What the graph answers about airings, and how they are drafted, sealed and shown.
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person } from '../foreign/person';
import { Airing, AiringGroup } from './airing.entity';
import { airingsFor, airingsOfQuarter } from './airing.loader';
import { AiringEntry } from './airing-entry.entity';
import { AiringSeal } from './airing-seal.entity';
import { draftAiring } from './draft-airing';
import { sealAiring } from './seal-airing';
import { sealOfAiring } from './seal-of-airing';
import { showAiring } from './show-airing';

const idIs = { description: '晾晒标识 · Id of the airing' };
const quarterIs = { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' };

@Resolver(() => Airing)
export class AiringResolver {
  @Query(() => Airing, { nullable: true, description: '按标识查晾晒表 · An airing by its id' })
  airing(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return isId(id) ? airingsFor(context).airing.load(context, id) : null;
  }

  @Query(() => [Airing], {
    nullable: true,
    description:
      '某季度的晾晒表：已封存的各版与各组最近的草稿 · Airings of a quarter: all that are sealed, and the newest draft of each group',
  })
  airings(
    @Arg('quarter', quarterIs) quarter: string,
    @Arg('group', () => AiringGroup, { nullable: true, description: '只要此同组 · Only this peer group' })
    group: AiringGroup | null,
    @Ctx() context: Context,
  ) {
    return airingsOfQuarter(context, quarter, group ?? null);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => AiringSeal, {
    nullable: true,
    description: '晾晒封存凭据（仅供组织服务）· The seal of an airing, for the organisation service alone',
  })
  airingSeal(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return sealOfAiring(context, id);
  }

  @Mutation(() => Airing, {
    nullable: true,
    description: '由已封存的得分拟定晾晒表 · Drafts an airing from sealed scores',
  })
  draftAiring(
    @Arg('quarter', quarterIs) quarter: string,
    @Arg('group', () => AiringGroup, { description: '同组 · Peer group' }) group: AiringGroup,
    @Ctx() context: Context,
  ) {
    return draftAiring(context, quarter, group);
  }

  @Mutation(() => Airing, { nullable: true, description: '封存晾晒表（另一人）· Seals an airing, by another person' })
  sealAiring(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return sealAiring(context, id);
  }

  @Mutation(() => Airing, { nullable: true, description: '公布已封存的晾晒表 · Shows a sealed airing to everybody' })
  showAiring(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return showAiring(context, id);
  }

  @FieldResolver(() => [AiringEntry], { description: '各行，名次高者在前 · Its rows, the best first' })
  entries(@Root() { id }: Airing, @Ctx() context: Context) {
    return airingsFor(context).entries.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '拟定人 · Who drafted it' })
  draftedBy(@Root() airing: Airing) {
    return Person.of(airing.draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '封存人 · Who sealed it' })
  sealedBy(@Root() airing: Airing) {
    return airing.sealedBy && Person.of(airing.sealedBy);
  }
}
