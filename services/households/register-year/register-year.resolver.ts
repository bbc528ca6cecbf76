// Registers of past years: frozen by the district, read of a household and of a region.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { shownFacts } from '../change/facts.rules';
import { FactThen, MemberThen } from '../change/household-then.entity';
import { Person, personOf } from '../foreign/person';
import { Region } from '../foreign/region';
import { Household } from '../household/household.entity';
import { permissions } from '../permissions';
import type { HouseholdsContext } from '../tools';
import { freezeRegister } from './freeze-register';
import { RegisterYear } from './register-year.entity';
import { registerYearById, registerYearsOfRegion, yearRecordsOfHousehold } from './register-year.loader';
import { YearRecord } from './year-record.entity';

@Resolver(() => Household)
export class YearRecordsResolver {
  @FieldResolver(() => [YearRecord], {
    nullable: true,
    description: '历年冻结的年度记录，近者在前 · The household in the frozen registers, newest first',
  })
  yearRecords(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    return yearRecordsOfHousehold.load(context, id);
  }
}

@Resolver(() => YearRecord)
export class YearRecordResolver {
  @FieldResolver(() => [FactThen], { description: '各项事实 · Its facts' })
  facts(@Root() { facts }: YearRecord, @Ctx() { caller }: HouseholdsContext) {
    return shownFacts((type, field) => permissions.sees(caller, type, field), 'household', facts);
  }

  @FieldResolver(() => [MemberThen], { description: '当年成员 · Its members of that year' })
  members(@Root() { members }: YearRecord, @Ctx() { caller }: HouseholdsContext) {
    const sees = (type: string, field: string) => permissions.sees(caller, type, field);
    return members.map(({ id, ...facts }) => ({ id, facts: shownFacts(sees, 'member', facts) }));
  }
}

@Resolver(() => Region)
export class RegisterYearsResolver {
  @FieldResolver(() => [RegisterYear], {
    nullable: true,
    description: '本地区已冻结的年度数据集，近者在前 · Frozen registers of the region, newest first',
  })
  registerYears(@Root() { id }: Region, @Ctx() context: HouseholdsContext) {
    return registerYearsOfRegion.load(context, id);
  }
}

@Resolver(() => RegisterYear)
export class RegisterYearResolver {
  @FieldResolver(() => Person, { nullable: true, description: '冻结人 · Who froze it' })
  frozenBy(@Root() { frozenBy }: RegisterYear) {
    return personOf(frozenBy);
  }

  @Mutation(() => RegisterYear, {
    nullable: true,
    description: '冻结本地区某年度建档数据，此后不再改写 · Freezes the register of a region for a year, for good',
  })
  async freezeRegister(
    @Arg('regionId', () => ID, { description: '区或功能区 · District or zone' }) regionId: string,
    @Arg('year', () => Int, { description: '数据年度 · Year of the data' }) year: number,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await freezeRegister(context, regionId, year);
    context.loaders.clear();
    return registerYearById.load(context, id);
  }
}
