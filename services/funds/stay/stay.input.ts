// What a hospital writes when it admits a patient and uploads fees.
import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { FeeClass } from './stay.rules';

@InputType({ description: '办理入院 · Admission of a patient' })
export class AdmitPatientInput {
  @Field({
    description: '身份证号，只用于查询资格，不留存 · Identity number; it finds the entitlement and is not kept',
  })
  idNumber: string;

  @Field(() => CalendarDay, { description: '入院日期 · Day of admission' })
  admittedOn: string;

  @Field({ defaultValue: true, description: '先诊疗后付费 · Treat first, pay later' })
  treatFirst: boolean;
}

@InputType({ description: '费用明细 · A line of fees' })
export class FeeInput {
  @Length(1, 100, { message: '项目须为 1 至 100 个字符 · an item has 1 to 100 characters' })
  @Field({ description: '项目 · Item' })
  name: string;

  @Field(() => FeeClass, { description: '类别 · Class' })
  feeClass: FeeClass;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  @Field(() => Money, { description: '其中政策范围外（丙类、超限价、先行自付）· Of it, out of policy' })
  outOfPolicy: bigint;
}
