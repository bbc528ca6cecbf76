// A posting of the book of medical claims (垫付分录): what one settlement, deduction or payment moves between a hospital and a payer.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, RefColumn } from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';

export enum ClaimAccount {
  advanced = 'advanced',
  owed = 'owed',
  unconsented = 'unconsented',
  reduced = 'reduced',
  elsewhere = 'elsewhere',
  deducted = 'deducted',
  deposit = 'deposit',
  prepaid = 'prepaid',
  paid = 'paid',
}
registerEnumType(ClaimAccount, {
  name: 'ClaimAccount',
  description: '医疗垫付账科目 · Account of the book of medical claims',
  valuesConfig: {
    advanced: { description: '医院垫付（负方）· Advanced by the hospital, the negative side' },
    owed: { description: '支付方应付 · Owed by the payer' },
    unconsented: { description: '无同意书的自费项目，医院负担 · Self-funded without consent, borne by the hospital' },
    reduced: { description: '医疗机构减免 · Reduced by the hospital' },
    elsewhere: { description: '已在他处支付 · Paid elsewhere already' },
    deducted: {
      description: '审核扣款，医院负担，不转嫁患者 · Deducted in review: borne by the hospital, never by the patient',
    },
    deposit: { description: '质量保证金 · Quality deposit' },
    prepaid: { description: '预付（未冲抵为负）· Prepaid, negative while it is not set off' },
    paid: { description: '已拨付 · Paid' },
  },
});

@ObjectType({ description: '垫付分录 · A posting of the book of medical claims' })
@Entity('claim_posting')
export class ClaimPosting {
  @PrimaryColumn({ type: 'uuid' })
  journalId: string;

  @RefColumn()
  hospitalId: string;

  @PrimaryColumn({ type: 'uuid' })
  payerUnitId: string;

  @Field(() => ClaimAccount, { description: '科目 · Account' })
  @PrimaryColumn({ type: 'text' })
  account: ClaimAccount;

  @PrimaryColumn({ type: 'uuid' })
  itemId: string;

  @Field(() => CalendarDay, {
    description: '所属结算的日期，账龄由此起算 · Day of the settlement it belongs to, from which it ages',
  })
  @DayColumn()
  itemOn: string;

  @Field(() => Money, { description: '金额，对每个支付方合计为零 · Amount; they sum to zero for each payer' })
  @FenColumn()
  amount: bigint;
}
