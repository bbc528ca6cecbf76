// A list of another bureau that was compared with the register (数据比对): its counts and the rule, none of its rows.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({
  description:
    '数据比对：名单不留存，只留数目 · A list compared with the register: its rows are not kept, its counts are',
})
@Entity('comparison')
export class Comparison {
  @Field(() => ID, { description: '标识 · Id' })
  @IdColumn()
  id: string;

  @Field({ description: '类别（代码）· Kind, a code: death, vehicle, company, salary, benefit, insurance' })
  @TextColumn()
  kind: string;

  @Field({ description: '来自何部门 · Which bureau it came from' })
  @TextColumn()
  bureau: string;

  @Field(() => String, { nullable: true, description: '来文文号 · Document number' })
  @TextColumn(true)
  documentNumber: string | null;

  @Field(() => CalendarDay, { description: '名单截至日期 · The day up to which the list tells' })
  @DayColumn()
  asOf: string;

  @Field({ description: '所依规则包 · Pack of rules' })
  @TextColumn()
  packName: string;

  @Field({ description: '规则包内容哈希 · Content hash of the pack' })
  @TextColumn()
  packHash: string;

  @Field({ description: '提问的规则 · The rule that asked' })
  @TextColumn()
  rule: string;

  @Field(() => Int, { description: '名单行数 · Rows of the list' })
  @WholeColumn()
  rowCount: number;

  @Field(() => Int, { description: '证件号有误的行数 · Rows with an ill-formed number' })
  @WholeColumn()
  illFormed: number;

  @Field(() => Int, { description: '在册的行数 · Rows that met a member in range' })
  @WholeColumn()
  matched: number;

  @Field(() => Int, { description: '交办核实的成员数 · Members who are asked about' })
  @WholeColumn()
  asked: number;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  submittedBy: string;

  @Field(() => Date, { description: '提交时刻 · Submitted at' })
  @InstantColumn()
  submittedAt: Date;
}
