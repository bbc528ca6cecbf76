// What a report of a charity fund tells, part by part (公开报告内容): read out of what was kept when it was drafted.
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Money } from '#platform/graph/scalars';
import { CharityVerdict } from '../charity-fund/charity-year.rules';
import { Region, regionOf } from '../foreign/region';
import {
  CharityReport,
  ReportedCharityDonor,
  ReportedCharityGood,
  ReportedCharityUse,
  ReportedCouncilMember,
} from './charity-report.entity';

const sumOf = ({ content }: CharityReport, key: string) => BigInt(content.sums[key] ?? '0');

@Resolver(() => CharityReport)
export class CharityReportContentResolver {
  @FieldResolver(() => String, { description: '基金名称 · Name of the fund' })
  fundName(@Root() { content }: CharityReport) {
    return content.fund.name;
  }

  @FieldResolver(() => String, { nullable: true, description: '登记证号 · Number of its registration' })
  registration(@Root() { content }: CharityReport) {
    return content.fund.registration;
  }

  @FieldResolver(() => Money, { description: '资金捐赠收入 · Income in money' })
  moneyIncome(@Root() report: CharityReport) {
    return sumOf(report, 'moneyIncome');
  }

  @FieldResolver(() => Money, { description: '物资捐赠收入 · Income in goods' })
  goodsIncome(@Root() report: CharityReport) {
    return sumOf(report, 'goodsIncome');
  }

  @FieldResolver(() => Money, { description: '慈善活动支出 · Spent on charity' })
  spent(@Root() report: CharityReport) {
    return sumOf(report, 'spent');
  }

  @FieldResolver(() => Money, { description: '管理费用 · Administration' })
  administration(@Root() report: CharityReport) {
    return sumOf(report, 'administration');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '支出占计算基数（%）· Spent, in per cent of what it is measured by',
  })
  spendingRatio(@Root() { content }: CharityReport) {
    return content.spendingRatio;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '管理费用占总支出（%）· Administration, in per cent of the whole spending',
  })
  administrationRatio(@Root() { content }: CharityReport) {
    return content.administrationRatio;
  }

  @FieldResolver(() => CharityVerdict, { description: '判定 · The verdict' })
  verdict(@Root() { content }: CharityReport) {
    return content.verdict;
  }

  @FieldResolver(() => [ReportedCharityUse], { description: '按用途与地区的使用 · Uses by purpose and place' })
  uses(@Root() { content }: CharityReport) {
    return content.uses.map((use) => Object.assign(new ReportedCharityUse(), use, { amount: BigInt(use.fen) }));
  }

  @FieldResolver(() => [ReportedCharityDonor], { description: '捐赠人 · Donors' })
  donors(@Root() { content }: CharityReport) {
    return content.donors.map((donor) =>
      Object.assign(new ReportedCharityDonor(), donor, { amount: BigInt(donor.fen) }),
    );
  }

  @FieldResolver(() => [ReportedCharityGood], { description: '物资 · Goods' })
  goods(@Root() { content }: CharityReport) {
    return content.goods.map((good) => Object.assign(new ReportedCharityGood(), good, { amount: BigInt(good.fen) }));
  }

  @FieldResolver(() => [ReportedCouncilMember], { description: '理事会 · The council' })
  council(@Root() { content }: CharityReport) {
    return content.council.map((member) => Object.assign(new ReportedCouncilMember(), member));
  }
}

@Resolver(() => ReportedCharityUse)
export class ReportedCharityUseResolver {
  @FieldResolver(() => Region, { nullable: true, description: '地区 · The place' })
  region(@Root() { regionId }: ReportedCharityUse) {
    return regionId && regionOf(regionId);
  }
}
