// What a region was called and where it belonged before (地区沿革): its id stays, its code, name, parents and path have their days.
import { Field, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '地区的一段沿革 · What a region was called and where it belonged for a time' })
@Entity('region_former')
export class RegionFormer {
  @PrimaryColumn({ type: 'uuid' })
  regionId: string;

  @Field(() => String, { nullable: true, description: '当时的区划代码 · Division code at that time' })
  @TextColumn(true)
  code: string | null;

  @Field({ description: '当时的名称 · Name at that time' })
  @TextColumn()
  name: string;

  @RefColumn(true)
  parentId: string | null;

  @RefColumn(true)
  statisticalParentId: string | null;

  @PathColumn()
  path: string;

  @Field(() => CalendarDay, { description: '自何日起 · From this day' })
  @PrimaryColumn({ type: 'date' })
  validFrom: string;

  @Field(() => CalendarDay, { description: '至何日止（不含）· Until this day, exclusive' })
  @DayColumn()
  validTo: string;
}
