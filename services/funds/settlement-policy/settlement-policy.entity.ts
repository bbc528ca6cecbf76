// An adopted settlement policy (结算政策): a pack under its content hash, from a day on, adopted by one person and approved by another.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, JsonColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay, Facts } from '#platform/graph/scalars';

@ObjectType({ description: '已采用的结算政策 · A settlement policy as adopted' })
@Entity('settlement_policy')
export class SettlementPolicy {
  @Field(() => ID, { description: '政策标识 · Id of the policy' })
  @IdColumn()
  id: string;

  @Field({ description: '政策包名称 · Name of the pack' })
  @TextColumn()
  name: string;

  @Field(() => Facts, {
    description: '政策包全文（JSON）：各层、出处与假定 · The whole pack: layers, sources, what is assumed',
  })
  @JsonColumn()
  pack: unknown;

  @Field({ description: '政策包内容哈希 · Content hash of the pack' })
  @TextColumn()
  hash: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => CalendarDay, { description: '自何日起 · In effect from this day' })
  @DayColumn()
  effectiveFrom: string;

  @Field(() => CalendarDay, { nullable: true, description: '至何日止（不含）· Until this day, exclusive' })
  @DayColumn(true)
  effectiveTo: string | null;
}
