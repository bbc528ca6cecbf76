// What an officer writes into a draft of a change of authority.
import { Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';
import { AuthorityChangeKind } from './authority-change.rules';

@InputType({ description: '起草指标调整 · A draft of a change of authority' })
export class DraftAuthorityChangeInput {
  @Field(() => ID, { description: '资金批次 · The lot' })
  lotId: string;

  @Field(() => AuthorityChangeKind, { description: '类别 · Kind' })
  kind: AuthorityChangeKind;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  @Length(2, 100, { message: '文号须为 2 至 100 个字符 · a document number has 2 to 100 characters' })
  @Field({ description: '依据文号 · Document that it rests on' })
  documentNumber: string;

  @Field({ description: '原因 · Reason' })
  reason: string;
}
