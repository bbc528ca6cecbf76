// What the graph answers about annual reviews, and how they are compiled, acknowledged and added to.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person } from '../foreign/person';
import { Unit } from '../foreign/unit';
import { acknowledgeAnnualReview } from './acknowledge-annual-review';
import { AnnualAddendum } from './annual-addendum.entity';
import { AnnualReview } from './annual-review.entity';
import { addendaOfReview, annualReviewsOf, reviewsOfUnit } from './annual-review.loader';
import { compileAnnualReviews } from './compile-annual-reviews';
import { signAddendum, writeAddendum } from './write-addendum';

const yearIs = { description: '年度 · Year' };

@Resolver(() => AnnualReview)
export class AnnualReviewResolver {
  @Query(() => [AnnualReview], {
    nullable: true,
    description: '各成员单位年度考核，分高者在前 · Annual reviews of member units, the best first',
  })
  annualReviews(@Arg('year', () => Int, yearIs) year: number, @Ctx() context: Context) {
    return annualReviewsOf(context, year);
  }

  @Mutation(() => [AnnualReview], {
    nullable: true,
    description:
      '汇总并封存成员单位年度考核 · Compiles and seals the annual reviews of member units from their sealed quarters',
  })
  compileAnnualReviews(@Arg('year', () => Int, yearIs) year: number, @Ctx() context: Context) {
    return compileAnnualReviews(context, year);
  }

  @Mutation(() => AnnualReview, {
    nullable: true,
    description: '组织部确认收悉 · Acknowledges a review, by the organisation department',
  })
  acknowledgeAnnualReview(
    @Arg('id', () => ID, { description: '考核标识 · Id of the review' }) id: string,
    @Ctx() context: Context,
  ) {
    return acknowledgeAnnualReview(context, id);
  }

  @Mutation(() => AnnualAddendum, {
    nullable: true,
    description: '起草补充说明 · Writes an addendum to an acknowledged review',
  })
  writeAnnualAddendum(
    @Arg('reviewId', () => ID, { description: '考核标识 · Id of the review' }) reviewId: string,
    @Arg('correctedScore', { description: '更正后的全年得分 · Score of the year as corrected' }) correctedScore: string,
    @Arg('reason', { description: '更正理由 · Why it is corrected' }) reason: string,
    @Ctx() context: Context,
  ) {
    return writeAddendum(context, reviewId, correctedScore, reason);
  }

  @Mutation(() => AnnualAddendum, {
    nullable: true,
    description: '签署补充说明（另一人）· Signs an addendum, by another person',
  })
  signAnnualAddendum(
    @Arg('id', () => ID, { description: '补充说明标识 · Id of the addendum' }) id: string,
    @Ctx() context: Context,
  ) {
    return signAddendum(context, id);
  }

  @FieldResolver(() => Unit, { description: '单位 · The unit' })
  unit(@Root() { unitId }: AnnualReview) {
    return Unit.of(unitId);
  }

  @FieldResolver(() => [AnnualAddendum], {
    nullable: true,
    description: '补充说明，旧者在前 · Its addenda, oldest first',
  })
  addenda(@Root() { id }: AnnualReview, @Ctx() context: Context) {
    return addendaOfReview.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '汇总人 · Who compiled it' })
  compiledBy(@Root() review: AnnualReview) {
    return Person.of(review.compiledBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '确认人 · Who acknowledged it' })
  acknowledgedBy(@Root() review: AnnualReview) {
    return review.acknowledgedBy && Person.of(review.acknowledgedBy);
  }
}

@Resolver(() => AnnualAddendum)
export class AnnualAddendumResolver {
  @FieldResolver(() => Person, { nullable: true, description: '起草人 · Who wrote it' })
  writtenBy(@Root() addendum: AnnualAddendum) {
    return Person.of(addendum.writtenBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '签署人 · Who signed it' })
  signedBy(@Root() addendum: AnnualAddendum) {
    return addendum.signedBy && Person.of(addendum.signedBy);
  }
}

@Resolver(() => Unit)
export class UnitAnnualReviewResolver {
  @FieldResolver(() => AnnualReview, {
    nullable: true,
    description: '该单位的年度考核 · The annual review of the unit',
  })
  async annualReview(@Root() { id }: Unit, @Arg('year', () => Int, yearIs) year: number, @Ctx() context: Context) {
    return (await reviewsOfUnit.load(context, id)).find((review) => review.year === year) ?? null;
  }
}
