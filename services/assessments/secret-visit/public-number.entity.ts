// A public number (公开号码): what everybody can look up of a day, such as a lottery's number, written down with its source.
import { Field, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '公开号码：人人可查的当日号码 · A public number of a day, open to everybody' })
@Entity('public_number')
export class PublicNumber {
  @Field({ description: '来源（规则包所列）· Source, as the pack lists it' })
  @PrimaryColumn({ type: 'text' })
  source: string;

  @Field(() => CalendarDay, { description: '日期 · Day' })
  @PrimaryColumn({ type: 'date' })
  day: string;

  @Field({ description: '号码 · Number' })
  @TextColumn()
  number: string;

  @Field({ description: '可核对的地址 · Address where it can be checked' })
  @TextColumn()
  address: string;

  @RefColumn()
  enteredBy: string;

  @Field(() => Date, { description: '登记时间 · Entered at' })
  @InstantColumn()
  enteredAt: Date;
}
