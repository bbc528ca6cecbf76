// What is told of an outing (大走访、观摩、访贫问苦).
import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';
import { OutingKind } from './outing.rules';

@InputType({ description: '活动登记内容 · What is told of an outing' })
export class OutingInput {
  @Field(() => ID, { description: '本地区 · The own region' })
  regionId: string;

  @Field(() => OutingKind, { description: '类别 · Kind' })
  kind: OutingKind;

  @Field(() => CalendarDay, { description: '日期 · Day' })
  heldOn: string;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field({ description: '情况 · What was done' })
  note: string;

  @Field(() => Int, { description: '参加人数 · People who took part' })
  people: number;
}
