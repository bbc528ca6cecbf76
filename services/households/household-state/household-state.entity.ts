// The state of a household in one year (年度状态), with the decision behind it; nothing is overwritten, the highest ordinal of a year holds.
import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';

@ObjectType({ description: '贫困户年度状态 · The state of a household in one year' })
@Entity('household_state')
export class HouseholdState {
  @PrimaryColumn({ type: 'uuid' })
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '年度 · Year' })
  @PrimaryColumn({ type: 'int' })
  year: number;

  @Field(() => Int, { description: '当年第几次认定 · Which decision of that year, counted from 1' })
  @PrimaryColumn({ type: 'int' })
  ordinal: number;

  @Field({ description: '状态（代码）· State, a code' })
  @TextColumn()
  state: string;

  @Field(() => String, {
    nullable: true,
    description: '认定文号；初始导入的没有 · Document of the decision; none for the first load',
  })
  @TextColumn(true)
  documentNumber: string | null;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { description: '登记时刻 · When it was entered' })
  @InstantColumn()
  decidedAt: Date;
}
