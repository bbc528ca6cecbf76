// What became of one visit of a batch (走访上传结果): recorded, recorded before, or refused and why.
import { Field, ID, ObjectType } from 'type-graphql';
import { Facts } from '#platform/graph/scalars';

@ObjectType({ description: '拒绝的原因 · Why something was refused' })
export class VisitRefusal {
  @Field({ description: '代码，永不改名 · Code, never renamed' })
  code: string;

  @Field({ description: '原因 · Why, in Chinese and English' })
  message: string;

  @Field(() => Facts, { description: '相关事实，如所指字段 · Facts, such as which field' })
  facts: Readonly<Record<string, unknown>>;
}

@ObjectType({ description: '一次走访的上传结果 · What became of one visit of a batch' })
export class VisitOutcome {
  @Field(() => ID, { description: '客户端所拟标识 · The id that the client made' })
  id: string;

  @Field({ description: '此前已登记，本次未再记 · It was recorded before' })
  repeated: boolean;

  @Field(() => VisitRefusal, {
    nullable: true,
    description: '被拒原因；空为已登记 · Why it was refused; null when it is recorded',
  })
  refusal: VisitRefusal | null;
}
