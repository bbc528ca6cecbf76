// A guarantee check (两不愁三保障核查): what was answered on a day, what follows from it, and what would have to change.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { Change } from './guarantee-check.rules';
import type { Standing } from './guarantee-pack.rules';

@ObjectType({ description: '核查的一项回答 · One answer of a guarantee check' })
export class GuaranteeAnswer {
  @Field({ description: '问题（代码）· Question, a code' })
  question: string;

  @Field({ description: '问题 · The question' })
  title: string;

  @Field({ description: '回答 · The answer' })
  answer: string;

  @Field({ description: '是否取自档案（未另行询问）· Whether the register knew it, so that it was not asked' })
  known: boolean;
}

@ObjectType({ description: '核查发现的一项问题 · A problem that a check found' })
export class GuaranteeProblem {
  @Field({ description: '问题（代码）· Problem, a code' })
  code: string;

  @Field({ description: '问题 · The problem' })
  title: string;

  @Field(() => [GuaranteeAnswer], { description: '依据的回答 · The answers it rests on' })
  because: GuaranteeAnswer[];
}

@ObjectType({ description: '须改变的事实 · A fact that would have to change' })
export class GuaranteeChange {
  @Field({ description: '为解决何问题（代码）· Which problem it would end, a code' })
  problem: string;

  @Field({ description: '问题（代码）· Question, a code' })
  question: string;

  @Field({ description: '问题 · The question' })
  title: string;

  @Field(() => String, { nullable: true, description: '现为 · What it is' })
  from: string | null;

  @Field({ description: '须为 · What it would have to be' })
  to: string;
}

@ObjectType({ description: '核查须问的一项 · A question of the guarantee check' })
export class GuaranteeQuestion {
  @Field({ description: '问题（代码）· Question, a code' })
  code: string;

  @Field({ description: '问题 · The question' })
  title: string;

  @Field({ description: '形式：yes-no、choice、yuan · Kind: yes-no, choice or yuan' })
  kind: string;

  @Field(() => [String], { description: '可选回答 · What may be answered' })
  options: string[];

  @Field({ description: '是否必答 · Whether it must be answered' })
  required: boolean;

  @Field(() => String, {
    nullable: true,
    description: '档案已知的回答，不再询问 · What the register knows, which is not asked',
  })
  known: string | null;
}

@ObjectType({ description: '两不愁三保障核查 · A guarantee check' })
@Entity('guarantee_check')
export class GuaranteeCheck {
  @Field(() => ID, { description: '核查标识 · Id of the check' })
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => CalendarDay, { description: '核查日期 · Checked on' })
  @DayColumn()
  checkedOn: string;

  @Field(() => String, { description: '当时身份：poor、lifted、outside · Its standing then: poor, lifted or outside' })
  @TextColumn()
  standing: Standing;

  @Field({ description: '适用的贫困线（元）· The poverty line it was held against, in yuan' })
  @TextColumn()
  line: string;

  @JsonColumn()
  answers: Record<string, string>;

  /** codes of the questions that the register answered */
  @JsonColumn()
  known: string[];

  @Field({ description: '结论（代码）· Verdict, a code' })
  @TextColumn()
  verdict: string;

  @JsonColumn()
  problems: string[];

  @JsonColumn()
  changes: Change[];

  @Field(() => String, { nullable: true, description: '备注 · Remark' })
  @TextColumn(true)
  remark: string | null;

  @Field({ description: '规则包 · The pack it was drawn by' })
  @TextColumn()
  packName: string;

  @Field({ description: '规则包内容散列 · Hash of the pack' })
  @TextColumn()
  packHash: string;

  @RefColumn()
  checkedBy: string;

  @Field(() => Date, { description: '登记时间 · Recorded at' })
  @InstantColumn()
  checkedAt: Date;
}
