// A session (会话): from a sign-in until it is ended, unused for half an hour, or twelve hours old.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '#platform/database/columns';

@ObjectType({ description: '会话 · A session' })
@Entity('session', { schema: 'session' })
export class Session {
  @Field(() => ID, { description: '会话标识 · Id of the session' })
  @IdColumn()
  id: string;

  @RefColumn()
  personId: string;

  @RefColumn()
  accountId: string;

  @RefColumn(true)
  appointmentId: string | null;

  @Field(() => Date, { description: '登录时间 · When it began' })
  @InstantColumn()
  startedAt: Date;

  @Field(() => Date, { description: '最近使用（约一分钟内）· Last used, to about a minute' })
  @InstantColumn()
  lastSeen: Date;

  @Field(() => Date, { description: '最迟结束 · When it ends at the latest' })
  @InstantColumn()
  expiresAt: Date;

  @Field(() => String, { nullable: true, description: '登录地址 · Network address of the sign-in' })
  @TextColumn(true)
  address: string | null;

  @InstantColumn(true)
  endedAt: Date | null;

  @TextColumn(true)
  endReason: string | null;
}
