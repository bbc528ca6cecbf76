// The terms and the score of a responsibility letter (责任书条款与得分) as they are shown.
import { Field, Int, ObjectType } from 'type-graphql';
import { ObligationLineCounts } from '#platform/graph/obligation-shape';

@ObjectType({ description: '责任书的一项责任 · One duty of a responsibility letter' })
export class LetterDuty {
  @Field({ description: '责任代码 · Code of the duty' })
  duty: string;

  @Field({ description: '责任 · The duty' })
  title: string;

  @Field(() => Int, { description: '分值 · Weight' })
  weight: number;

  @Field(() => [String], { description: '衡量它的应尽事项（代码）· Codes of the obligations that measure it' })
  lines: string[];
}

@ObjectType({ description: '一项责任的得分 · The score of one duty' })
export class LetterDutyScore extends LetterDuty {
  @Field(() => String, {
    nullable: true,
    description: '完成比例，0 至 1；尚无到期事项为空 · Share fulfilled, null while nothing fell due',
  })
  share: string | null;

  @Field(() => String, { nullable: true, description: '得分 · Points' })
  points: string | null;

  @Field({ description: '算式 · The sum that was done' })
  formula: string;

  @Field(() => [ObligationLineCounts], { description: '所依据的合计 · The counts it comes from' })
  facts: ObligationLineCounts[];
}

@ObjectType({ description: '责任书得分，由应尽事项算出 · The score of a letter, computed from its obligations' })
export class LetterScore {
  @Field(() => String, {
    nullable: true,
    description: '总分，满分 100；尚无到期事项为空 · Out of 100, null while nothing fell due',
  })
  total: string | null;

  @Field(() => [LetterDutyScore], { description: '各项责任 · Each duty' })
  duties: LetterDutyScore[];
}
