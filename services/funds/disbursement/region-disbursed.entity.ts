// What reached households of a region in a quarter (季度支付到户), as a dashboard shows it.
import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '季度支付到户 · What reached households of a region in a quarter' })
export class RegionDisbursed {
  @Field(() => Money, { description: '该季度支付的（未扣退回）· Paid in the quarter, returns not deducted' })
  paid: bigint;

  @Field(() => Money, { description: '其中退回的 · What of that came back, whenever it did' })
  returned: bigint;

  @Field(() => Int, { description: '支付明细笔数 · Lines paid' })
  lines: number;
}
