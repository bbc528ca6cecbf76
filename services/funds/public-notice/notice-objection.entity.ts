// An objection (异议) to a posting of funds: it stops the line that it names, or all, until it is answered; who raised it is told to nobody.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';

@ObjectType('FundObjection', { description: '对资金公示的异议 · An objection to a posting of funds' })
@Entity('notice_objection')
export class NoticeObjection {
  @Field(() => ID, { description: '异议标识 · Id of the objection' })
  @IdColumn()
  id: string;

  @RefColumn()
  noticeId: string;

  @Field(() => Int, { nullable: true, description: '所指序号；空为整份公示 · The line it names; none for the whole' })
  @WholeColumn(true)
  line: number | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '内容 · What is objected' })
  @TextColumn()
  content: string;

  @Field(() => Date, { description: '提出时间 · Raised at' })
  @InstantColumn()
  raisedAt: Date;

  @RefColumn()
  postedBy: string;

  @Field(() => String, { nullable: true, description: '答复 · The answer' })
  @TextColumn(true)
  answer: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否成立；成立则所指各行不予支付 · Whether it is upheld' })
  @FlagColumn(true)
  upheld: boolean | null;

  @RefColumn(true)
  answeredBy: string | null;

  @Field(() => Date, { nullable: true, description: '答复时间 · Answered at' })
  @InstantColumn(true)
  answeredAt: Date | null;
}
