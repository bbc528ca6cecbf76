// An objection (异议) to a line of a posting: it stops the procedure until it is answered; who raised it is told to nobody.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '对公示的异议 · An objection to a posting' })
@Entity('objection')
export class Objection {
  @Field(() => ID, { description: '异议标识 · Id of the objection' })
  @IdColumn()
  id: string;

  @Field(() => ID, { description: '公示标识 · Id of the posting' })
  @RefColumn()
  noticeId: string;

  @Field(() => Int, { description: '所指序号 · The line it is about' })
  @WholeColumn()
  line: number;

  @RefColumn()
  determinationId: string;

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

  @Field(() => String, { nullable: true, description: '答复 · The answer' })
  @TextColumn(true)
  answer: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '异议是否成立；成立则该认定不通过 · Whether it is upheld: the determination is then refused',
  })
  @Column({ type: 'boolean', nullable: true })
  upheld: boolean | null;

  @RefColumn(true)
  answeredBy: string | null;

  @Field(() => Date, { nullable: true, description: '答复时间 · Answered at' })
  @InstantColumn(true)
  answeredAt: Date | null;
}
