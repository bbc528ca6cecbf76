// A recovery (追回) of a payment that was wrong: demanded by one person, its receipts recorded by another, the money back on the same lot.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, FenColumn, IdColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';

export enum RecoveryState {
  demanded = 'demanded',
  received = 'received',
  withdrawn = 'withdrawn',
}
registerEnumType(RecoveryState, {
  name: 'RecoveryState',
  description: '追回状态 · State of a recovery',
  valuesConfig: {
    demanded: { description: '追回中 · Demanded' },
    received: { description: '已追回 · Received in whole' },
    withdrawn: { description: '不再追回 · Given up' },
  },
});

@ObjectType({ description: '追回 · A recovery of a payment that was wrong' })
@Entity('recovery')
export class Recovery {
  @Field(() => ID, { description: '追回标识 · Id of the recovery' })
  @IdColumn()
  id: string;

  @RefColumn()
  lineId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Money, { description: '应追回 · Demanded' })
  @FenColumn()
  amount: bigint;

  @Field(() => Money, { description: '已追回 · Received' })
  @FenColumn()
  received: bigint;

  @Field({ description: '原因 · Why' })
  @TextColumn()
  reason: string;

  @Field({ description: '依据文件文号 · Number of the document that it rests on' })
  @TextColumn()
  documentNumber: string;

  @Field(() => RecoveryState, { description: '状态 · State' })
  @TextColumn()
  state: RecoveryState;

  @RefColumn()
  demandedBy: string;

  @Field(() => CalendarDay, { description: '要求日期 · Day of the demand' })
  @DayColumn()
  demandedOn: string;

  @Field(() => CalendarDay, { nullable: true, description: '不再追回的日期 · Day on which it was given up' })
  @DayColumn(true)
  endedOn: string | null;

  @Field(() => String, { nullable: true, description: '不再追回的原因 · Why it was given up' })
  @TextColumn(true)
  endedReason: string | null;
}

export const RecoveryConnection = connectionOf(Recovery, 'Recovery', '追回', 'recoveries');
