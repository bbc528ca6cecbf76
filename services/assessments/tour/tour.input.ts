// What is said when a tour is planned and when its sites are marked.
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

const needed = { message: '请填写 · is needed' };
const most = (length: number) => ({ message: `至多 ${length} 字 · at most ${length} characters` });
const some = { message: '至少一项 · at least one' };
const many = { message: '至多 50 项 · at most 50' };

@InputType({ description: '观摩点位，按行程次序 · A site, in the order of the itinerary' })
export class TourSiteInput {
  @Field(() => ID, { description: '督导对象标识 · Id of the subject whom it shows' })
  subjectId: string;

  @Field(() => ID, { description: '所在地区标识 · Id of the region where it lies' })
  regionId: string;

  @Field({ description: '点位名称：村或项目 · What is shown: a village or a project' })
  @MinLength(1, needed)
  @MaxLength(100, most(100))
  title: string;

  @Field(() => CalendarDay, { description: '观摩日期 · Day' })
  visitedOn: string;
}

@InputType({ description: '观摩参加者 · A participant' })
export class TourParticipantInput {
  @Field(() => ID, { description: '人员标识 · Id of the person' })
  personId: string;

  @Field({ description: '以何身份参加 · In which capacity' })
  @MinLength(1, needed)
  @MaxLength(50, most(50))
  capacity: string;
}

@InputType({ description: '观摩安排 · The plan of a tour' })
export class PlanTourInput {
  @Field(() => ID, { description: '督导标识（观摩方式）· Id of the supervision of that form' })
  supervisionId: string;

  @Field(() => [TourSiteInput], { description: '点位，按行程次序 · Sites in the order of the itinerary' })
  @ArrayMinSize(1, some)
  @ArrayMaxSize(50, many)
  @ValidateNested()
  sites: TourSiteInput[];

  @Field(() => [TourParticipantInput], { description: '参加者 · Participants' })
  @ArrayMinSize(1, some)
  @ArrayMaxSize(50, many)
  @ValidateNested()
  participants: TourParticipantInput[];
}

@InputType({ description: '对一个点位的打分 · The mark of one site' })
export class TourMarkInput {
  @Field(() => ID, { description: '点位标识 · Id of the site' })
  siteId: string;

  @Field(() => Int, { description: '分数 · Points' })
  @Min(0, { message: '分数不低于 0 · at least 0' })
  @Max(100, { message: '分数不高于 100 · at most 100' })
  points: number;

  @Field(() => String, { nullable: true, description: '交流意见 · Remark' })
  @IsOptional()
  @MaxLength(500, most(500))
  remark?: string | null;
}

@InputType({ description: '本人打分 · The own marks' })
export class MarkTourInput {
  @Field(() => ID, { description: '观摩标识 · Id of the tour' })
  tourId: string;

  @Field(() => [TourMarkInput], { description: '各点位的打分 · Marks, one a site' })
  @ArrayMinSize(1, some)
  @ArrayMaxSize(50, many)
  @ValidateNested()
  marks: TourMarkInput[];
}
