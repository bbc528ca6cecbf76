// Sums of the register over a region (地区贫困户合计): how many households and people, in which state, visited how often.
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '某状态的户数与人数 · Households and people in one state' })
export class StateCount {
  @Field({ description: '状态（代码）· State, a code' })
  state: string;

  @Field(() => Int, { description: '户数 · Households' })
  households: number;

  @Field(() => Int, { description: '人数 · People' })
  people: number;
}

@ObjectType({ description: '一季度应走访与已走访的户月数 · Household-months of a quarter: visits owed and done' })
export class RegionVisits {
  /** whose visits these are, and of which quarter */
  ranges: readonly { regionId: string; lo: string; hi: string }[];

  quarter: string;

  @Field(() => Int, { description: '应走访户月（每户每月一次）· Household-months in which a visit is owed' })
  owed: number;

  @Field(() => Int, { description: '已走访户月 · Household-months with at least one visit' })
  done: number;
}

@ObjectType({ description: '地区贫困户合计 · Sums of the register over a region' })
export class RegionHouseholds {
  regionId: string;

  /** by the tree of which day it was rolled up; null is today's */
  on: string | null;

  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field(() => Int, { description: '在册户数（不含剔除）· Households in the register, without those removed' })
  households: number;

  @Field(() => Int, { description: '在册人数 · People in the register' })
  people: number;

  @Field(() => [StateCount], { description: '按状态 · By state' })
  byState: StateCount[];
}
