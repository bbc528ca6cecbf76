// Visits (走访) of a region in a quarter, for assessments alone.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({ description: '地区走访事实（仅供考核服务）· Visits of a region, for the assessments service alone' })
export class VisitFact {
  @Field(() => ID, { description: '地区 · The region' })
  regionId: string;

  @Field(() => Int, { description: '应走访户月 · Household-months owed' })
  owed: number;

  @Field(() => Int, { description: '已走访户月 · Household-months done' })
  done: number;

  @Field(() => Int, { description: '走访行数 · Visits counted' })
  rows: number;

  @Field({ description: '走访各行标识的哈希 · Hash of their ids' })
  rowsHash: string;
}
