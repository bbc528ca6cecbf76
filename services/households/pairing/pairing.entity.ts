// A pairing (结对): which helper has stood by a household, of a unit of which level, from which day, until which day.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { UnitLevel } from './pairing.rules';

registerEnumType(UnitLevel, {
  name: 'UnitLevel',
  description: '帮扶单位层级 · Level of the unit that helps',
  valuesConfig: {
    province: { description: '省直 · Of the province' },
    city: { description: '市直 · Of the city' },
    county: { description: '县直（区、功能区）· Of a district or zone' },
    town: { description: '乡镇 · Of a town or street' },
    village: { description: '村级 · Of a village' },
  },
});

@ObjectType({ description: '结对：一户一段时期的帮扶责任人 · A pairing: who helped a household during one period' })
@Entity('pairing')
export class Pairing {
  @Field(() => ID, { description: '结对标识 · Id of the pairing' })
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  helperId: string;

  @Field(() => CalendarDay, { description: '自何日起 · From this day on' })
  @DayColumn()
  validFrom: string;

  /** the first day on which it no longer holds */
  @Field(() => CalendarDay, {
    nullable: true,
    description: '止于何日之前；空为现任 · Until before this day; null while it holds',
  })
  @DayColumn(true)
  validTo: string | null;

  @Field(() => UnitLevel, { nullable: true, description: '帮扶单位层级 · Level of the helper’s unit' })
  @TextColumn(true)
  unitLevel: UnitLevel | null;

  @RefColumn(true)
  unitId: string | null;

  @RefColumn(true)
  pairedBy: string | null;

  @Field(() => Date, { nullable: true, description: '登记时间 · Recorded at' })
  @InstantColumn(true)
  pairedAt: Date | null;
}
