// One of the office's ten jobs (十项工作) in a region and quarter: owner, target, done, overdue and money, over all below the region.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';

export enum JobFigures {
  reported = 'reported',
  funds = 'funds',
}
registerEnumType(JobFigures, {
  name: 'JobFigures',
  description: '数字来源 · Where a job’s figures come from',
  valuesConfig: {
    reported: { description: '各地区上报并经他人确认 · Reported by regions, confirmed by another person' },
    funds: { description: '由资金子图实时计算 · Worked out by the subgraph of funds' },
  },
});

@ObjectType({ description: '十项工作之一 · One of the office’s ten jobs in a region, the year up to a quarter' })
export class TenJob {
  @Field({ description: '工作代码 · Code of the job' })
  code: string;

  @Field(() => Int, { description: '序号 · Number' })
  number: number;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field({ description: '责任单位 · The unit that answers for it' })
  owner: string;

  /** by which organisation knows that unit; null where the pack names none */
  ownerUnit: string | null;

  @Field(() => Money, {
    nullable: true,
    description:
      '其专项年内拨付到户（扣除退回），由资金子图计算；无到户资金的为空 · Paid to households by its programme in the year so far, less returns; null where it pays none',
  })
  disbursed: bigint | null;

  @Field({ description: '计量单位 · What it is measured in' })
  measure: string;

  @Field(() => CalendarDay, { description: '完成时限 · Deadline' })
  deadline: string;

  @Field(() => JobFigures, { description: '数字来源 · Where its figures come from' })
  figures: JobFigures;

  @Field(() => Int, { nullable: true, description: '目标；空为无目标 · Target, null where there is none' })
  target: number | null;

  @Field(() => Int, { nullable: true, description: '完成；空为未取得 · Done, null where it is not known' })
  done: number | null;

  @Field(() => Int, { nullable: true, description: '逾期未完成 · Past its deadline and not done' })
  overdue: number | null;

  @Field(() => Money, { nullable: true, description: '资金 · Money' })
  amount: bigint | null;

  @Field(() => Int, { description: '计入的上报地区数 · Number of regions whose reports are counted' })
  regions: number;

  @Field({ description: '规则包哈希 · Hash of the pack' })
  packHash: string;
}
