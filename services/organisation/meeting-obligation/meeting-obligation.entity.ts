// Meetings, studies and outings owed (应开会议、应研究、应走访): one region in one turn, and all that fall due in a period.
import { Field, Int, ObjectType } from 'type-graphql';
import { ObligationShape } from '#platform/graph/obligation-shape';

@ObjectType({ description: '地区应尽的一次会议、研究或活动 · One meeting, study or outing that a region owes' })
export class MeetingObligation extends ObligationShape {
  path: string;
}

@ObjectType({
  description: '一期间内地区应尽的会议、研究与活动 · Meetings, studies and outings that fall due in a period',
})
export class MeetingObligations {
  /** of a region wholly in scope */
  range: { lo: string; hi: string };

  @Field({ description: '期间，如 2018、2018Q2、2018-05 · Period, such as 2018, 2018Q2 or 2018-05' })
  period: string;

  @Field(() => Int, {
    description:
      '应签而无生效责任书的地区数（其事项未生成）· Regions without a letter in force this year, which owe nothing until they sign',
  })
  withoutLetter: number;
}
