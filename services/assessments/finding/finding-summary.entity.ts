// A finding summary (问题汇总): how many findings there are, open, overdue and closed, and what they count in a score.
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '问题汇总（不含未公布的）· Findings counted, without those not released' })
export class FindingSummary {
  @Field(() => Int, { description: '问题数 · Findings' })
  found: number;

  @Field(() => Int, { description: '未销号 · Not closed' })
  open: number;

  @Field(() => Int, { description: '其中逾期 · Overdue among them' })
  overdue: number;

  @Field(() => Int, { description: '已销号 · Closed' })
  closed: number;

  @Field(() => Int, { description: '反弹次数合计 · Relapses in all' })
  relapses: number;

  @Field(() => Int, { description: '计分权重合计（反弹加倍）· Weights in all, relapses a multiple' })
  weight: number;

  @Field(() => Int, { description: '未销号问题的权重合计 · Weights of those not closed' })
  openWeight: number;
}
