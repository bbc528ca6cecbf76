// What the graph answers about incomes and poverty lines, and how incomes are told and checked.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { Person, personOf } from '../foreign/person';
import { Region } from '../foreign/region';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { confirmIncome, returnIncome } from './confirm-income';
import { enterIncome } from './enter-income';
import { Income } from './income.entity';
import { IncomeInput } from './income.input';
import { incomeById, incomesOfHousehold } from './income.loader';
import { incomePeriod, netOf } from './income.rules';
import { incomesOfRegion } from './income-sum.loader';
import { IncomeAgainstLine, PovertyLine } from './poverty-line.entity';
import { allLines, explainLine, linesFor } from './poverty-line.rules';
import { povertyLines } from './poverty-lines.loader';
import { RegionIncomes } from './region-incomes.entity';

@Resolver(() => Household)
export class HouseholdIncomesResolver {
  @FieldResolver(() => [Income], {
    nullable: true,
    description: '历年收入，近者在前 · Incomes of all years, newest first; of a year the one that holds first',
  })
  incomes(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    return incomesOfHousehold.load(context, id);
  }

  @FieldResolver(() => Income, {
    nullable: true,
    description: '某年收入：已审核者为准，未审核则为最近填报 · Income of a year: confirmed, else as told last',
  })
  async income(
    @Root() { id }: Household,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Ctx() context: HouseholdsContext,
  ) {
    return (await incomesOfHousehold.load(context, id)).find((income) => income.year === year) ?? null;
  }
}

@Resolver(() => Region)
export class RegionIncomesResolver {
  @FieldResolver(() => RegionIncomes, {
    nullable: true,
    description:
      '某年收入合计：人均与低于标准的户数；地区不全在您的范围内则为空 · Incomes of a year, a head, and how many are below the line; null when the region is not wholly in your scope',
  })
  incomes(
    @Root() { id }: Region,
    @Arg('year', () => Int, { description: '年度（周期截止之年）· Year in which the period ends' }) year: number,
    @Ctx() context: HouseholdsContext,
  ) {
    return incomesOfRegion(context, id, year);
  }
}

@Resolver(() => Income)
export class IncomeResolver {
  @Query(() => [PovertyLine], {
    nullable: true,
    description: '各年各级扶贫标准及出处 · Poverty lines with their sources',
  })
  async povertyLines(@Ctx() context: HouseholdsContext) {
    return allLines(await povertyLines(context));
  }

  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: Income, @Ctx() context: HouseholdsContext) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => CalendarDay, { description: '周期起日 · First day of the period' })
  from(@Root() { year }: Income) {
    return incomePeriod(year).from;
  }

  @FieldResolver(() => CalendarDay, { description: '周期止日 · Last day of the period' })
  to(@Root() { year }: Income) {
    return incomePeriod(year).to;
  }

  @FieldResolver(() => Money, { nullable: true, description: '纯收入 · Net income' })
  net(@Root() income: Income) {
    return netOf(income);
  }

  @FieldResolver(() => Person, { nullable: true, description: '填报人 · Who told it' })
  enteredBy(@Root() { enteredBy }: Income) {
    return personOf(enteredBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '审核人 · Who checked it' })
  checkedBy(@Root() { checkedBy }: Income) {
    return checkedBy && personOf(checkedBy);
  }

  @FieldResolver(() => IncomeAgainstLine, {
    nullable: true,
    description:
      '与当年当地扶贫标准比较，并说明所用标准与出处 · Held against the line of its year and place, explained',
  })
  async againstLine(@Root() income: Income, @Ctx() context: HouseholdsContext): Promise<IncomeAgainstLine | null> {
    const household = await householdById.load(context, income.householdId);
    if (!household) return null;
    const lines = linesFor(await povertyLines(context), household.number, income.year);
    const [line = null, ...others] = lines;
    const difference = line && income.perHead - line.amount;
    const explanation = explainLine(income.perHead, lines, income.year);
    return { line, others, below: difference === null ? null : difference < 0n, difference, explanation };
  }

  @Mutation(() => Income, {
    nullable: true,
    description: '填报家庭年收入 · Enters the income of a household for a year',
  })
  async enterIncome(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Arg('year', () => Int, { description: '年度（周期截止之年）· Year in which the period ends' }) year: number,
    @Arg('income', () => IncomeInput, { description: '填报内容 · What is told' }) income: IncomeInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await enterIncome(context, householdId, year, income);
    context.loaders.clear();
    return incomeById.load(context, id);
  }

  @Mutation(() => Income, {
    nullable: true,
    description: '审核通过家庭收入（须另一人）· Confirms an income that another person told',
  })
  async confirmIncome(
    @Arg('incomeId', () => ID, { description: '收入记录 · The income' }) incomeId: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await confirmIncome(context, incomeId);
    context.loaders.clear();
    return incomeById.load(context, id);
  }

  @Mutation(() => Income, {
    nullable: true,
    description: '退回家庭收入（须另一人）· Sends an income back that another person told',
  })
  async returnIncome(
    @Arg('incomeId', () => ID, { description: '收入记录 · The income' }) incomeId: string,
    @Arg('remark', { description: '退回理由（4 至 200 字）· Why, 4 to 200 characters' }) remark: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await returnIncome(context, incomeId, remark);
    context.loaders.clear();
    return incomeById.load(context, id);
  }
}
