// How far each subgraph has come with a re-organisation (调整进度).
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '一个子图的调整进度 · How far one subgraph has come with a re-organisation' })
export class RegionChangeProgress {
  @Field({ description: '子图 · Subgraph' })
  subgraph: string;

  @Field(() => Int, {
    nullable: true,
    description: '已采用的区划版本；问不到则为空 · Epoch it has applied; null when it cannot be asked',
  })
  epoch: number | null;

  @Field({ description: '已完成 · Done' })
  done: boolean;

  @Field(() => String, { nullable: true, description: '采用时间 · Applied at' })
  appliedAt: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '最近一次调整移动的行数 · Rows that moved with its last re-organisation',
  })
  rowsMoved: number | null;
}
