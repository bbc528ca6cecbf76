// What is told of a split or a merge of households.
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';
import { RelationInput } from '../change/change.input';

@InputType({ description: '分户、并户依据 · When and why households are split or merged' })
export class RegroupingInput {
  @Field(() => CalendarDay, { description: '发生日期 · On which day' })
  on: string;

  @Field({ description: '理由（6 至 200 字，不得含号码）· Reason, 6 to 200 characters, without numbers of anybody' })
  reason: string;

  @Field({ description: '依据文号 · Document' })
  documentNumber: string;
}

@InputType({ description: '分户内容 · Who is split off into a household of its own' })
export class SplitInput extends RegroupingInput {
  @Field(() => [ID], { description: '分出的成员 · Members who are split off' })
  memberIds: string[];

  @Field(() => ID, { description: '新户户主，为分出成员之一 · The head of the new household, one of them' })
  headId: string;

  @Field(() => [RelationInput], { description: '其余成员与新户主的关系；不填为其他 · Relations to the new head' })
  relations: RelationInput[];

  @Field({ description: '新户住址 · Address of the new household' })
  address: string;
}
