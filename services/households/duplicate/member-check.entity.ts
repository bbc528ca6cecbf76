// What a verdict on a duplicate asks of a town (成员核改): one member of its own, and nothing of where the other one is.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';

export enum MemberCheckAnswer {
  done = 'done',
  stands = 'stands',
}
registerEnumType(MemberCheckAnswer, {
  name: 'MemberCheckAnswer',
  description: '核改结果 · What a town answers',
  valuesConfig: {
    done: { description: '已更正 · Corrected' },
    stands: { description: '核实无误，说明原因 · Stands as it is, with the reason' },
  },
});

@ObjectType({ description: '成员核改：上级核定后须更正的成员 · A member to be set right after a verdict above' })
@Entity('member_check')
export class MemberCheck {
  @Field(() => ID, { description: '标识 · Id' })
  @IdColumn()
  id: string;

  @RefColumn()
  duplicateId: string;

  @RefColumn()
  memberId: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({
    description:
      '须办：correct-number 更正证件号，remove-member 移出成员 · What is asked: correct-number or remove-member',
  })
  @TextColumn()
  asked: string;

  @RefColumn()
  askedBy: string;

  @Field(() => Date, { description: '交办时刻 · Asked at' })
  @InstantColumn()
  askedAt: Date;

  @Field(() => MemberCheckAnswer, { nullable: true, description: '答复；空为待办 · Answer; null while it waits' })
  @TextColumn(true)
  answer: MemberCheckAnswer | null;

  @Field(() => String, { nullable: true, description: '说明 · Remark' })
  @TextColumn(true)
  remark: string | null;

  @RefColumn(true)
  answeredBy: string | null;

  @Field(() => Date, { nullable: true, description: '答复时刻 · Answered at' })
  @InstantColumn(true)
  answeredAt: Date | null;
}
