// A change of a lot's authority (指标调整): drafted by one person under a document, approved by another, who moves the books.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FenColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';
import { AuthorityChangeKind, AuthorityChangeState } from './authority-change.rules';

registerEnumType(AuthorityChangeKind, {
  name: 'AuthorityChangeKind',
  description: '指标调整类别 · Kind of a change of authority',
  valuesConfig: {
    add: { description: '追加 · More' },
    cut: { description: '调减 · Less' },
    freeze: { description: '冻结 · Frozen' },
    unfreeze: { description: '解冻 · Set free again' },
    reclaim: { description: '收回 · Reclaimed' },
  },
});

registerEnumType(AuthorityChangeState, {
  name: 'AuthorityChangeState',
  description: '指标调整状态 · State of a change of authority',
  valuesConfig: {
    drafted: { description: '已起草 · Drafted' },
    approved: { description: '已批准并记账 · Approved and booked' },
    withdrawn: { description: '已撤回 · Withdrawn' },
  },
});

@ObjectType({ description: '指标调整 · A change of the authority of a lot' })
@Entity('authority_change')
export class AuthorityChange {
  @Field(() => ID, { description: '指标调整标识 · Id of the change' })
  @IdColumn()
  id: string;

  @RefColumn()
  lotId: string;

  @Field(() => AuthorityChangeKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: AuthorityChangeKind;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field({ description: '依据文号 · Document that it rests on' })
  @TextColumn()
  documentNumber: string;

  @Field({ description: '原因 · Reason' })
  @TextColumn()
  reason: string;

  @Field(() => AuthorityChangeState, { description: '状态 · State' })
  @TextColumn()
  state: AuthorityChangeState;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  draftedBy: string;

  @Field(() => Date, { description: '起草时间 · When it was drafted' })
  @InstantColumn()
  draftedAt: Date;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '批准或撤回时间 · When it was approved or withdrawn' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @RefColumn(true)
  journalId: string | null;
}
