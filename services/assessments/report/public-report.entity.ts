// A public report (群众举报): what a citizen tells the office, followed by its receipt number, answered without his name.
import { Field, ID, ObjectType } from 'type-graphql';

/** Who filed it has no field and, for officials, no column either. */
@ObjectType({ description: '群众举报 · A public report' })
export class PublicReport {
  @Field(() => ID, { description: '举报标识 · Id of the report' })
  id: string;

  @Field({ description: '受理编号 · Receipt number' })
  receipt: string;

  regionId: string;
  path: string;

  @Field({ description: '内容 · Content' })
  content: string;

  @Field(() => Date, { description: '提交时间 · Filed at' })
  filedAt: Date;

  @Field(() => String, { nullable: true, description: '答复；空为未答复 · Reply, null before' })
  reply: string | null;

  @Field(() => Date, { nullable: true, description: '答复时间 · Replied at' })
  repliedAt: Date | null;
}
