// What monitoring tells the service assessments (监测事实): how many discharges kept all rules, and of one violation what a finding is raised from.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@Directive('@inaccessible')
@ObjectType({ description: '地区季度监测事实（服务间）· Monitoring of the patients of a region in a quarter' })
export class MonitoringFacts {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  regionId: string;

  @Field(() => Int, { description: '已判定的出院数 · Discharges that were judged' })
  checked: number;

  @Field(() => Int, { description: '其中无问题的 · Of them, without a violation' })
  kept: number;

  @Field({ description: '各次判定的哈希 · Hash of what each was found to be' })
  rowsHash: string;
}

@Directive('@inaccessible')
@ObjectType({ description: '监测问题事实（服务间）· A violation, as a finding is raised from it' })
export class MonitoringFindingFacts {
  @Field(() => ID, { description: '监测问题标识 · Id of the violation' })
  id: string;

  @Field(() => ID, { description: '医院标识 · Id of the hospital' })
  hospitalId: string;

  @Field({ description: '状态 · State' })
  state: string;

  @Field({ description: '规则代码 · Code of the rule' })
  measure: string;

  @Field({ description: '说明 · What was found' })
  zh: string;

  @Field(() => CalendarDay, { description: '发现日期 · Found on' })
  foundOn: string;
}
