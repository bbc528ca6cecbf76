// What is said when a letter is drafted or amended, and how letters are looked for.
import { Length, Max, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { LetterState } from './letter.rules';

@InputType({ description: '修订后的一项责任 · One duty as amended' })
export class LetterDutyInput {
  @Field({ description: '责任代码 · Code of the duty' })
  duty: string;

  @Field(() => Int, { description: '分值，七项合计 100 · Weight, 100 over the seven duties' })
  weight: number;

  @Field(() => [String], { description: '应尽事项（代码）· Codes of obligations' })
  lines: string[];
}

@InputType({ description: '责任书拟稿 · A letter as drafted' })
export class LetterInput {
  @Field(() => ID, { description: '签订地区：区、功能区、镇街 · The region that signs' })
  regionId: string;

  @Field(() => Int, { description: '年度 · Year' })
  @Min(2016, { message: '年度须在 2016 至 2100 之间 · a year lies between 2016 and 2100' })
  @Max(2100, { message: '年度须在 2016 至 2100 之间 · a year lies between 2016 and 2100' })
  year: number;

  @Field({ description: '文号 · Document number' })
  @Length(2, 100, { message: '文号须为 2 至 100 字 · a document number has 2 to 100 characters' })
  documentNumber: string;

  @Field(() => String, {
    nullable: true,
    description: '修订原因；首版不填 · Why it is amended, not for the first version',
  })
  reason?: string | null;

  @Field(() => [LetterDutyInput], {
    nullable: true,
    description: '修订后的七项责任；不填则照文本 · The seven duties as amended; those of the template unless given',
  })
  duties?: LetterDutyInput[] | null;
}

@ArgsType()
export class LettersArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true, description: '只要此年度 · Only this year' })
  year?: number;

  @Field(() => LetterState, { nullable: true, description: '只要此状态 · Only this state' })
  state?: LetterState;
}
