// The register of a region in a year (年度数据集): how much of it was frozen, when, by whom, and the hash of what.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '年度数据集：冻结后不再改写 · The register of a year, frozen and never written again' })
@Entity('register_year')
export class RegisterYear {
  @Field(() => ID, { description: '数据集标识 · Id of the data set' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '数据年度（AAR040）· Year of the data' })
  @WholeColumn()
  year: number;

  @Field(() => Int, { description: '户数 · Households in it' })
  @WholeColumn()
  households: number;

  @Field(() => Int, { description: '人数 · People in it' })
  @WholeColumn()
  people: number;

  @Field({ description: '内容哈希 · Hash of its content' })
  @TextColumn()
  hash: string;

  @RefColumn()
  frozenBy: string;

  @Field(() => Date, { description: '冻结时刻 · When it was frozen' })
  @InstantColumn()
  frozenAt: Date;
}
