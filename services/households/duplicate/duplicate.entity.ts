// A suspected duplicate (疑似重复): two members of the register who may be one person, kept as 待核 until the superior of both has judged.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';

export enum DuplicateVerdict {
  samePerson = 'same-person',
  differentPeople = 'different-people',
  wrongNumber = 'wrong-number',
  over = 'over',
}
registerEnumType(DuplicateVerdict, {
  name: 'DuplicateVerdict',
  description: '核定结果 · What was found of two members',
  valuesConfig: {
    samePerson: { description: '同一人，由一户保留 · The same person: one household keeps him' },
    differentPeople: { description: '不是同一人 · Different people' },
    wrongNumber: { description: '其中一方证件号有误 · The number of one of them is wrong' },
    over: { description: '已更正，不再相同（自动）· Corrected since, they no longer meet; by itself' },
  },
});

@ObjectType({ description: '疑似重复（待核）· Two members who may be one person' })
@Entity('duplicate')
export class Duplicate {
  @Field(() => ID, { description: '标识 · Id' })
  @IdColumn()
  id: string;

  @Field({
    description:
      '因何疑似：id-number 证件号相同，name-and-birth 姓名与出生日期相同 · By what they meet: id-number, or name-and-birth',
  })
  @TextColumn()
  kind: string;

  @RefColumn()
  memberId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  otherMemberId: string;

  @PathColumn()
  otherPath: string;

  /** path of the nearest region above both */
  @PathColumn()
  superior: string;

  @Field(() => Date, { description: '发现时刻 · Noticed at' })
  @InstantColumn()
  noticedAt: Date;

  @Field(() => DuplicateVerdict, { nullable: true, description: '核定结果；空为待核 · Verdict; null while it waits' })
  @TextColumn(true)
  verdict: DuplicateVerdict | null;

  @RefColumn(true)
  keptMemberId: string | null;

  @RefColumn(true)
  wrongMemberId: string | null;

  @Field(() => String, { nullable: true, description: '说明 · Remark' })
  @TextColumn(true)
  remark: string | null;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '核定时刻 · Decided at' })
  @InstantColumn(true)
  decidedAt: Date | null;
}
