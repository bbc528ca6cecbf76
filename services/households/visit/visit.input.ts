// What is told of a visit (走访).
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@InputType({ description: '走访登记内容 · What is told of a visit' })
export class VisitInput {
  @Field(() => ID, {
    nullable: true,
    description: '客户端自拟的标识（uuid），供离线登记 · Id made by the client, for offline records',
  })
  id?: string | null;

  @Field(() => ID, { description: '贫困户 · The household' })
  householdId: string;

  @Field(() => CalendarDay, { description: '走访日期 · Day of the visit' })
  visitedOn: string;

  @Field({ description: '见到何人 · Who was met' })
  met: string;

  @Field({ description: '走访内容 · What was talked about' })
  content: string;

  @Field({ description: '帮扶措施（代码）· Kind of measure, a code' })
  measure: string;

  @Field(() => [ID], { nullable: true, description: '照片等佐证材料标识 · Ids of pictures and other evidence' })
  evidenceIds?: string[] | null;
}
