// What is told when a list is asked for as a workbook.
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { ExportableList } from './exportable-list.rules';

registerEnumType(ExportableList, {
  name: 'ExportableList',
  description: '可导出的清单 · A list that goes out as Excel',
  valuesConfig: {
    members: { description: '在户家庭成员 · Members of today' },
    visits: { description: '某季度的走访 · Visits of a quarter' },
    pairings: { description: '结对及其历史 · Pairings with their history' },
    determinations: { description: '认定 · Determinations' },
    programmeCases: { description: '专项事项 · Cases of programmes' },
    lookBackCases: { description: '回头看各户 · Cases of a look-back' },
  },
});

@ArgsType()
export class ListExportArgs {
  @Field(() => ExportableList, { description: '何种清单 · Which list' })
  list: ExportableList;

  @Field(() => ID, { nullable: true, description: '只要此地区（含下级）· Only this region and below' })
  regionId?: string | null;

  @Field(() => String, { nullable: true, description: '走访的季度，如 2018Q1 · Quarter of visits, such as 2018Q1' })
  quarter?: string | null;

  @Field(() => ID, { nullable: true, description: '回头看标识 · Id of the look-back' })
  lookBackId?: string | null;

  @Field({ description: '用途（4 至 60 字，印在每页）· What for, 4 to 60 characters, printed on each page' })
  purpose: string;
}
