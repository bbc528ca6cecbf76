// A household in the register of a year (年度记录): its facts and members of the last day of that year, as known at the freezing.
import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn, JsonColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '贫困户年度记录 · A household in the frozen register of a year' })
@Entity('year_record')
export class YearRecord {
  @PrimaryColumn({ type: 'uuid' })
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '数据年度 · Year of the data' })
  @PrimaryColumn({ type: 'int' })
  year: number;

  @Field({ description: '当年状态（代码）· State of that year, a code' })
  @TextColumn()
  state: string;

  @JsonColumn()
  facts: Record<string, unknown>;

  @JsonColumn()
  members: ({ id: string } & Record<string, unknown>)[];

  @Field(() => Money, { nullable: true, description: '当年已审核的人均纯收入 · Confirmed income a head of that year' })
  @FenColumn(true)
  perHead: bigint | null;

  @Field(() => Date, { description: '冻结时刻 · When it was frozen' })
  @InstantColumn()
  frozenAt: Date;
}
