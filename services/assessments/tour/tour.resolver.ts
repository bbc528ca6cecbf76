// What the graph answers about tours, and how they are planned, marked, compiled, sealed and shown.
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person } from '../foreign/person';
import { Supervision } from '../supervision/supervision.entity';
import { supervisionById } from '../supervision/supervision.loader';
import { compileTour } from './compile-tour';
import { markTour } from './mark-tour';
import { planTour } from './plan-tour';
import { sealTour } from './seal-tour';
import { showTour } from './show-tour';
import { Tour } from './tour.entity';
import { MarkTourInput, PlanTourInput } from './tour.input';
import { marksOf, ownMarksOf, toursFor, toursOfQuarter } from './tour.loader';
import { TourMark } from './tour-mark.entity';
import { TourParticipant } from './tour-participant.entity';
import { TourSite } from './tour-site.entity';

const idIs = { description: '观摩标识 · Id of the tour' };

@Resolver(() => Tour)
export class TourResolver {
  @Query(() => Tour, { nullable: true, description: '按标识查观摩 · A tour by its id' })
  tour(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return isId(id) ? toursFor(context).tour.load(context, id) : null;
  }

  @Query(() => [Tour], {
    nullable: true,
    description: '某季度的观摩；公众只见已公布的 · Tours of a quarter, to the public those that are shown',
  })
  tours(
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() context: Context,
  ) {
    return toursOfQuarter(context, quarter);
  }

  @Mutation(() => Tour, {
    nullable: true,
    description: '安排观摩：点位与参加者 · Plans a tour: sites and participants',
  })
  planTour(
    @Arg('input', () => PlanTourInput, { description: '观摩安排 · The plan' }) input: PlanTourInput,
    @Ctx() context: Context,
  ) {
    return planTour(context, input);
  }

  @Mutation(() => Tour, {
    nullable: true,
    description: '参加者给点位打分，提交即封存 · Gives the own marks, which are sealed when given',
  })
  markTour(
    @Arg('input', () => MarkTourInput, { description: '本人打分 · The own marks' }) input: MarkTourInput,
    @Ctx() context: Context,
  ) {
    return markTour(context, input);
  }

  @Mutation(() => Tour, { nullable: true, description: '汇总观摩打分 · Compiles the result from the marks' })
  compileTour(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return compileTour(context, id);
  }

  @Mutation(() => Tour, { nullable: true, description: '封存观摩结果（另一人）· Seals the result, by another person' })
  sealTour(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return sealTour(context, id);
  }

  @Mutation(() => Tour, { nullable: true, description: '公布观摩结果 · Shows the sealed result to everybody' })
  showTour(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return showTour(context, id);
  }

  @FieldResolver(() => Supervision, { nullable: true, description: '所属督导 · The supervision that it belongs to' })
  supervision(@Root() { supervisionId }: Tour, @Ctx() context: Context) {
    return supervisionById.load(context, supervisionId);
  }

  @FieldResolver(() => [TourSite], {
    nullable: true,
    description: '点位，按行程次序 · Sites, in order of the itinerary',
  })
  sites(@Root() { id }: Tour, @Ctx() context: Context) {
    return toursFor(context).sites.load(context, id);
  }

  @FieldResolver(() => [TourParticipant], { nullable: true, description: '参加者 · Participants' })
  participants(@Root() { id }: Tour, @Ctx() context: Context) {
    return toursFor(context).participants.load(context, id);
  }

  @FieldResolver(() => [TourMark], {
    nullable: true,
    description: '全部打分；封存前只有组织人可见 · All marks, before the seal for the organiser alone',
  })
  marks(@Root() tour: Tour, @Ctx() context: Context) {
    return marksOf(context, tour);
  }

  @FieldResolver(() => [TourMark], { nullable: true, description: '本人的打分 · The own marks' })
  myMarks(@Root() tour: Tour, @Ctx() context: Context) {
    return ownMarksOf(context, tour);
  }

  @FieldResolver(() => Person, { nullable: true, description: '汇总人 · Who compiled it' })
  compiledBy(@Root() tour: Tour) {
    return tour.compiledBy && Person.of(tour.compiledBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '封存人 · Who sealed it' })
  sealedBy(@Root() tour: Tour) {
    return tour.sealedBy && Person.of(tour.sealedBy);
  }
}
