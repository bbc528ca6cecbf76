// What belongs to a case of a look-back, and what a region and a household tell of look-backs.
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Determination } from '../determination/determination.entity';
import { determinationById } from '../determination/determination.loader';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { GuaranteeCheck } from '../guarantee-check/guarantee-check.entity';
import { guaranteeCheckById } from '../guarantee-check/guarantee-check.loader';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { findProgress } from './find-progress';
import { LookBack, LookBackProgress } from './look-back.entity';
import { casesOfHousehold, lookBackById } from './look-back.loader';
import { LookBackCase } from './look-back-case.entity';

@Resolver(() => LookBackCase)
export class LookBackCaseResolver {
  @FieldResolver(() => LookBack, { nullable: true, description: '所属回头看 · The look-back' })
  lookBack(@Root() { lookBackId }: LookBackCase, @Ctx() context: Context) {
    return lookBackById.load(context, lookBackId);
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description: '贫困户；漏评户为空 · The household, null for one that was missed',
  })
  household(@Root() { householdId }: LookBackCase, @Ctx() context: Context) {
    return householdId && householdById.load(context, householdId);
  }

  @FieldResolver(() => Region, { description: '村（居）· The village' })
  region(@Root() { regionId }: LookBackCase) {
    return regionOf(regionId);
  }

  @FieldResolver(() => GuaranteeCheck, {
    nullable: true,
    description: '所依据的核查 · The guarantee check it rests on',
  })
  check(@Root() { checkId }: LookBackCase, @Ctx() context: Context) {
    return checkId && guaranteeCheckById.load(context, checkId);
  }

  @FieldResolver(() => Determination, {
    nullable: true,
    description: '整改所依据的认定 · The determination that puts it right',
  })
  determination(@Root() { determinationId }: LookBackCase, @Ctx() context: Context) {
    return determinationId && determinationById.load(context, determinationId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '核查人 · Who checked' })
  checkedBy(@Root() { checkedBy }: LookBackCase) {
    return checkedBy && personOf(checkedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '整改人 · Who put it right' })
  fixedBy(@Root() { fixedBy }: LookBackCase) {
    return fixedBy && personOf(fixedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '复核人 · Who re-checked' })
  recheckedBy(@Root() { recheckedBy }: LookBackCase) {
    return recheckedBy && personOf(recheckedBy);
  }
}

@Resolver(() => Region)
export class RegionLookBackResolver {
  @FieldResolver(() => LookBackProgress, {
    nullable: true,
    description:
      '该地区的回头看进度（仅合计）；不全在您范围内则为空 · How far a look-back is in the region, sums alone; null when the region is not wholly in your scope',
  })
  lookBack(
    @Root() { id }: Region,
    @Arg('lookBackId', () => ID, { description: '回头看标识 · Id of the look-back' }) lookBackId: string,
    @Ctx() context: Context,
  ) {
    return findProgress(context, lookBackId, id);
  }
}

@Resolver(() => Household)
export class HouseholdLookBacksResolver {
  @FieldResolver(() => [LookBackCase], {
    nullable: true,
    description: '该户的回头看，新者在前 · Look-backs of the household, newest first',
  })
  lookBackCases(@Root() { id }: Household, @Ctx() context: Context) {
    return casesOfHousehold.load(context, id);
  }
}
