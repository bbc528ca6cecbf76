// A consequence (亮灯后果) of a light: what the pack asks for, by when, and how it was carried out.
import { Field, ObjectType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '亮灯后果 · A consequence of a light' })
export class LightConsequence {
  @Field({ description: '后果（规则包中的名称）· Consequence, by its name in the pack' })
  consequence: string;

  @Field({ description: '内容 · What it is' })
  title: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '办理期限；未公布为空 · To be done by, null before publication',
  })
  dueOn: string | null;

  @Field({ description: '依据 · Source' })
  source: string;

  @Field(() => CalendarDay, { nullable: true, description: '办理日期 · Done on' })
  doneOn: string | null;

  @Field(() => String, { nullable: true, description: '办理文号 · Document' })
  documentNumber: string | null;
}
