// What is told when a list is asked for as a workbook.
import { ArgsType, Field, ID, Int, registerEnumType } from 'type-graphql';
import { ExportableList, exportableLists } from './exportable-list.rules';

registerEnumType(ExportableList, {
  name: 'ExportableList',
  description: '可导出的清单 · A list that goes out as Excel',
  valuesConfig: Object.fromEntries(
    Object.entries(exportableLists).map(([list, { zh, en }]) => [list, { description: `${zh} · ${en}` }]),
  ),
});

@ArgsType()
export class ListExportArgs {
  @Field(() => ExportableList, { description: '何种清单 · Which list' })
  list: ExportableList;

  @Field(() => ID, { nullable: true, description: '只要此地区（含下级）· Only this region and below' })
  regionId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '走访、逾期、结对空档的季度，如 2018Q1 · Quarter of visits, overdue visits and gaps, such as 2018Q1',
  })
  quarter?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '收入、状态、年度记录、帮扶计划的年度 · Year of incomes, states, records of a year and help plans',
  })
  year?: number | null;

  @Field(() => ID, { nullable: true, description: '回头看标识，同 ofId · Id of the look-back, as ofId' })
  lookBackId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '清单所属的回头看、活动或导入 · The look-back, campaign or import whose list it is',
  })
  ofId?: string | null;

  @Field({ description: '用途（4 至 60 字，印在每页）· What for, 4 to 60 characters, printed on each page' })
  purpose: string;
}
