// An account to be paid to (收款账户), and how a payee stands on the day of payment: for funds alone.
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Classified } from '#platform/graph/classified';

@Directive('@inaccessible')
@ObjectType({ description: '收款账户（仅供资金服务）· An account to be paid to, for the funds service alone' })
export class PaymentAccount {
  @Field(() => ID, { description: '户标识 · Id of the household' })
  id: string;

  @Field({ description: '户编号 · Number' })
  number: string;

  @Field(() => ID, { description: '户主 · The head' })
  headMemberId: string;

  @Field(() => String, { nullable: true, description: '户主姓名 · Name of the head' })
  @Classified('personal')
  headName: string;

  @Field(() => String, { nullable: true, description: '户主证件号末四位 · Last four of the head’s identity number' })
  @Classified('personal')
  idNumberTail: string;

  @Field(() => String, { nullable: true, description: '开户银行 · Bank' })
  @Classified('personal')
  bankName: string | null;

  @Field(() => String, { nullable: true, description: '银行卡号 · Bank card' })
  @Classified('personal')
  card: string | null;

  @Field({ description: '账户变更待他人核对 · A change of the account awaits another person’s check' })
  unconfirmed: boolean;
}

@Directive('@inaccessible')
@ObjectType({
  description: '领款人当日状况（仅供资金服务）· How a payee stands on the day, for the funds service alone',
})
export class PayeeStanding {
  @Field(() => ID, { description: '成员 · The member' })
  memberId: string;

  @Field({ description: '户现状态（代码）· Present state of the household, a code' })
  householdState: string;

  @Field(() => String, {
    nullable: true,
    description: '死亡日期（成员减少或比对已核实）· Day of death, by the register or a confirmed match',
  })
  @Classified('personal')
  diedOn: string | null;

  @Field({ description: '死亡名单比对待核实 · A match with a list of deaths awaits its verification' })
  deathInQuestion: boolean;
}
