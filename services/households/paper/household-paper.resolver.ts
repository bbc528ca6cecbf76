// How the papers of a household are asked for.
import { Arg, Ctx, ID, Int, Mutation, Resolver, registerEnumType } from 'type-graphql';
import { FileTicket } from '#platform/graph/files/evidence';
import type { HouseholdsContext } from '../tools';
import { HouseholdPaper } from './household-paper.rules';
import { requestHouseholdPaper } from './request-household-paper';
import { requestVillagePapers } from './request-village-papers';

registerEnumType(HouseholdPaper, {
  name: 'HouseholdPaper',
  description: '贫困户的纸质材料，均由已存数据生成 · Papers of a household, all made from what is stored',
  valuesConfig: {
    handbook: { description: '扶贫手册 · The household handbook' },
    clearCard: { description: '明白卡 · The clear card' },
    incomeSheet: { description: '收入测算表 · The income sheet' },
    householdFile: { description: '贫困户档案 · The household file' },
  },
});

@Resolver()
export class HouseholdPaperResolver {
  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '打印贫困户材料（A4 页面），得一次性地址 · Asks for a paper of a household as an A4 page, answered with an address for one use',
  })
  requestHouseholdPaper(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Arg('paper', () => HouseholdPaper, { description: '何种材料 · Which paper' }) paper: HouseholdPaper,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Ctx() context: HouseholdsContext,
  ) {
    return requestHouseholdPaper(context, householdId, paper, year);
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '打印整村各户材料（一份文件，逐户分页）；帮扶责任人不填村，即其结对各户 · Asks for a paper of every household of a village as one file, each on sheets of its own; a helper names no village and gets those he helps',
  })
  requestVillagePapers(
    @Arg('paper', () => HouseholdPaper, { description: '何种材料 · Which paper' }) paper: HouseholdPaper,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Arg('regionId', () => ID, { nullable: true, description: '村（居）· The village' }) regionId: string | null,
    @Ctx() context: HouseholdsContext,
  ) {
    return requestVillagePapers(context, regionId ?? null, paper, year);
  }
}
