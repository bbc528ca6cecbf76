// How a carried-out consequence of a light is told.
import { Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@InputType({ description: '亮灯后果的办理 · How a consequence was carried out' })
export class RecordConsequenceInput {
  @Field(() => ID, { description: '亮灯 · The light' })
  lightId: string;

  @Field({ description: '后果（规则包中的名称）· Consequence, by its name in the pack' })
  consequence: string;

  @Field({ description: '文号 · Document number' })
  @Length(1, 100)
  documentNumber: string;

  @Field({ description: '办理情况 · How it was done' })
  @Length(1, 1000)
  note: string;

  @Field(() => CalendarDay, { description: '办理日期 · Done on' })
  doneOn: string;
}
