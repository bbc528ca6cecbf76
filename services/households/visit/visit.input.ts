// What a phone tells of visits (走访): each with an id of its own, so that the same may be sent again.
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { CalendarDay, Instant } from '#platform/graph/scalars';

@InputType({ description: '走访地点（手机定位）· Where a visit took place, as the phone tells it' })
export class VisitPlaceInput {
  @Field(() => Float, { description: '纬度 · Latitude in degrees' })
  latitude: number;

  @Field(() => Float, { description: '经度 · Longitude in degrees' })
  longitude: number;

  @Field(() => Int, { description: '精度（米）· Accuracy in metres' })
  accuracy: number;
}

@InputType({ description: '走访登记内容 · What is told of a visit' })
export class VisitInput {
  @Field(() => ID, {
    description:
      '客户端自拟的标识（小写 uuid）；同一标识重复上传只记一次 · Id made by the client, a uuid in lower case; sent again it is one visit',
  })
  id: string;

  @Field(() => ID, { description: '贫困户 · The household' })
  householdId: string;

  @Field(() => CalendarDay, { description: '走访日期 · Day of the visit' })
  visitedOn: string;

  @Field(() => Instant, { nullable: true, description: '走访时刻（手机时钟）· The moment, by the phone’s clock' })
  visitedAt?: Date | null;

  @Field({ description: '见到何人 · Who was met' })
  met: string;

  @Field({ description: '走访内容 · What was talked about' })
  content: string;

  @Field({ description: '帮扶措施（代码）· Kind of measure, a code' })
  measure: string;

  @Field(() => String, { nullable: true, description: '发现的问题 · The problem that was found' })
  problem?: string | null;

  @Field(() => VisitPlaceInput, { nullable: true, description: '走访地点 · Where it took place' })
  place?: VisitPlaceInput | null;

  @Field(() => [String], {
    nullable: true,
    description:
      '照片等材料的内容散列（SHA-256）；可先登记后上传，上传后自行附上 · SHA-256 of photos and other evidence; uploaded before or after, they join by themselves',
  })
  photos?: string[] | null;
}
