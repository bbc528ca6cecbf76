// What a unit was called before (单位曾用名): its id stays, its names have their days.
import { Field, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '单位的一个曾用名 · A name that a unit had for a time' })
@Entity('unit_former')
export class UnitFormer {
  @PrimaryColumn({ type: 'uuid' })
  unitId: string;

  @Field({ description: '当时的名称 · Name at that time' })
  @TextColumn()
  name: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '自何日起；空为系统启用前 · From this day; null when before the records begin',
  })
  @DayColumn(true)
  validFrom: string | null;

  @Field(() => CalendarDay, { description: '至何日止（不含）· Until this day, exclusive' })
  @PrimaryColumn({ type: 'date' })
  validTo: string;
}
