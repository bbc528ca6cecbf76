// What an officer writes into a spending plan, and how plans are looked for.
import { ArrayMaxSize, Length, Max, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { Money } from '#platform/graph/scalars';
import { Book } from '../book/fund-use-pack.rules';

@InputType({ description: '用款计划的一行：用款地区或项目，二者之一 · A line: a place or a project that uses it' })
export class SpendingPlanLineInput {
  @Field({ description: '月份，如 2018-05 · Month, such as 2018-05' })
  month: string;

  @Field(() => ID, { nullable: true, description: '用款地区 · The place' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: '项目 · The project' })
  projectId?: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}

@InputType({ description: '用款计划 · A spending plan' })
export class SubmitSpendingPlanInput {
  @Field(() => ID, { description: '地区 · The region' })
  regionId: string;

  @Min(2014)
  @Max(2100)
  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field(() => Book, { description: '资金账类 · Book' })
  book: Book;

  @Length(2, 100, { message: '文号须为 2 至 100 个字符 · a document number has 2 to 100 characters' })
  @Field({ description: '文号 · Number of its document' })
  documentNumber: string;

  @ArrayMaxSize(2000, { message: '至多 2000 行 · at most 2,000 lines' })
  @Field(() => [SpendingPlanLineInput], { description: '各行 · Its lines' })
  lines: SpendingPlanLineInput[];
}

@ArgsType()
export class SpendingPlansArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true, description: '只要此年度 · Only of this year' })
  year?: number;

  @Field(() => Boolean, { nullable: true, description: '只要待批的 · Only those that wait' })
  open?: boolean;
}
