// What a hospital's window asks of one admitted person at once: the stay with its fees, the year, the policy, the quote, and what is still owed.
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { agreementsOfMember } from '../repayment/repayment.loader';
import { RepaymentAgreement } from '../repayment/repayment-agreement.entity';
import { RunningTotal, SettlementQuote } from '../settlement/settlement-layer.entity';
import type { AdmissionContext } from '../stay/admit-patient';
import { Stay } from '../stay/stay.entity';
import { stayById } from '../stay/stay.loader';
import { findPatient } from './find-patient';
import { quoteAtWindow } from './quote-at-window';
import { WindowPatient } from './window-patient.entity';
import { yearTotalsOf } from './year-totals-of';

@Resolver(() => WindowPatient)
export class WindowResolver {
  @Query(() => WindowPatient, {
    nullable: true,
    description:
      '窗口查询：人证相符且正在本院就医者，一次给出结算所需；其他人一律为空，每次留痕 · Of a person with a matching card who is being treated here, all that settling needs; of anybody else nothing; each look is kept',
  })
  patientAtWindow(
    @Arg('idNumber', { description: '身份证号，只用于查询，不留存 · Identity number; it is not kept' })
    idNumber: string,
    @Arg('cardMatches', { description: '已核对人证相符 · The card was held against the person' }) cardMatches: boolean,
    @Ctx() context: AdmissionContext,
  ) {
    return findPatient(context, idNumber, cardMatches);
  }

  @FieldResolver(() => [Stay], {
    nullable: true,
    description: '在本院未结算的就医 · Encounters here that are not settled',
  })
  stays(@Root() { stayIds }: WindowPatient, @Ctx() context: Context) {
    return Promise.all(stayIds.map((id) => stayById.load(context, id)));
  }

  @FieldResolver(() => [RepaymentAgreement], {
    nullable: true,
    description: '在本院签订、尚未还清的还款协议 · Repayment agreements of this hospital that are open',
  })
  openRepayments(@Root() { stayIds: [id] }: WindowPatient, @Ctx() context: Context) {
    return agreementsOfMember.load(context, id ?? '');
  }
}

@Resolver(() => Stay)
export class StayAtWindowResolver {
  @FieldResolver(() => [RunningTotal], {
    nullable: true,
    description: '患者出院（未出院为入院）年度的累计 · Running totals of the year of discharge, or else of admission',
  })
  yearTotals(@Root() stay: Stay, @Ctx() context: Context) {
    return yearTotalsOf(context, stay);
  }

  @FieldResolver(() => SettlementQuote, {
    nullable: true,
    description: '试算；未出院或已结算为空 · The quote; none before discharge and after settlement',
  })
  quote(@Root() stay: Stay, @Ctx() context: Context) {
    return quoteAtWindow(context, stay);
  }
}
