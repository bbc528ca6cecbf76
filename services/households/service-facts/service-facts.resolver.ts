// Questions of other subgraphs, under their service keys and on behalf of a person; no client can ask them.
import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import { CalendarDay } from '#platform/graph/scalars';
import type { HouseholdsContext } from '../tools';
import { householdsForPayment } from './households-for-payment';
import { inspectionFrame } from './inspection-frame';
import { InspectionFrameVillage } from './inspection-frame-village.entity';
import { insuredOn } from './insured-on';
import { LiftedFact } from './lifted-fact.entity';
import { liftedFacts } from './lifted-facts';
import { memberForStay } from './member-for-stay';
import { memberNamesIn } from './member-names-in';
import { NamePlace } from './name-place.entity';
import { PaymentHousehold } from './payment-household.entity';
import { StayMember } from './stay-member.entity';
import { VisitFact } from './visit-fact.entity';
import { visitFacts } from './visit-facts';

@Resolver()
export class ServiceFactsResolver {
  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [PaymentHousehold], {
    nullable: true,
    description: '拨付对象户（仅供资金服务）· Households to be paid, for the funds service alone',
  })
  householdsForPayment(
    @Arg('ids', () => [ID], { description: '户标识 · Ids of households' }) ids: string[],
    @Ctx() context: HouseholdsContext,
  ) {
    return householdsForPayment(context, ids);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => StayMember, {
    nullable: true,
    description: '就医人员当日身份（仅供资金服务）· A patient on one day, for the funds service alone',
  })
  memberForStay(
    @Arg('idNumber', { description: '身份证号 · Identity number' }) idNumber: string,
    @Arg('day', () => CalendarDay, { description: '日期 · Day' }) day: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return memberForStay(context, idNumber, day);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => String, {
    nullable: true,
    description:
      '就医人员某日参保状态（仅供资金服务）· As what a patient is insured on a day, for the funds service alone',
  })
  insuredOn(
    @Arg('memberId', () => ID, { description: '成员 · The member' }) memberId: string,
    @Arg('day', () => CalendarDay, { description: '日期 · Day' }) day: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return insuredOn(context, memberId, day);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [VisitFact], {
    nullable: true,
    description: '各地区走访事实（仅供考核服务）· Visits of regions, for the assessments service alone',
  })
  visitFacts(
    @Arg('regionIds', () => [ID], { description: '地区 · Regions' }) regionIds: string[],
    @Arg('quarter', { description: '季度 · Quarter' }) quarter: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return visitFacts(context, regionIds, quarter);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [LiftedFact], {
    nullable: true,
    description: '各地区年内累计脱贫（仅供组织服务）· Lifted in a year by quarter, for the organisation service alone',
  })
  liftedFacts(
    @Arg('regionIds', () => [ID], { description: '地区 · Regions' }) regionIds: string[],
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Ctx() context: HouseholdsContext,
  ) {
    return liftedFacts(context, regionIds, year);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [NamePlace], {
    nullable: true,
    description: '文中出现的成员姓名（仅供考核服务）· Where texts name members, for the assessments service alone',
  })
  memberNamesIn(
    @Arg('texts', () => [String], { description: '文字 · Texts' }) texts: string[],
    @Ctx() context: HouseholdsContext,
  ) {
    return memberNamesIn(context, texts);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [InspectionFrameVillage], {
    nullable: true,
    description: '地区的抽样框（仅供考核服务）· The sampling frame of a region, for the assessments service alone',
  })
  inspectionFrame(
    @Arg('regionId', () => ID, { description: '地区 · The region' }) regionId: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return inspectionFrame(context, regionId);
  }
}
