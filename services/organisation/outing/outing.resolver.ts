// What the graph answers about outings, and how they are recorded and confirmed.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { confirmOuting } from './confirm-outing';
import { Outing } from './outing.entity';
import { OutingInput } from './outing.input';
import { outingsOfYear } from './outing.loader';
import { recordOuting } from './record-outing';

@Resolver(() => Outing)
export class OutingResolver {
  @Mutation(() => Outing, {
    nullable: true,
    description: '登记大走访、观摩、访贫问苦 · Records an outing of the own region',
  })
  recordOuting(
    @Arg('input', () => OutingInput, { description: '活动内容 · What is told' }) input: OutingInput,
    @Ctx() context: Context<never>,
  ) {
    return recordOuting(context, input);
  }

  @Mutation(() => Outing, {
    nullable: true,
    description: '确认活动（登记人以外的人）· Confirms an outing, by somebody else than who recorded it',
  })
  confirmOuting(
    @Arg('id', () => ID, { description: '活动标识 · Id of the outing' }) id: string,
    @Ctx() context: Context<never>,
  ) {
    return confirmOuting(context, id);
  }

  @FieldResolver(() => Region, { nullable: true, description: '组织地区 · The region that held it' })
  region(@Root() { regionId }: Outing, @Ctx() context: Context) {
    return regionById.load(context, regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '登记人 · Who recorded it' })
  recordedBy(@Root() outing: Outing, @Ctx() context: Context) {
    return personById.load(context, outing.recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '确认人 · Who confirmed it' })
  confirmedBy(@Root() outing: Outing, @Ctx() context: Context) {
    return outing.confirmedBy && personById.load(context, outing.confirmedBy);
  }
}

@Resolver(() => Region)
export class RegionOutingsResolver {
  @FieldResolver(() => [Outing], {
    nullable: true,
    description: '该年度的大走访、观摩、访贫问苦，旧者在前 · Outings of a year, oldest first',
  })
  outings(
    @Root() { id }: Region,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Ctx() context: Context,
  ) {
    return outingsOfYear.load(context, `${id} ${year}`);
  }
}
