// An account (账号): the name and password with which one person signs in; its password and second factor have no field.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, RefColumn, TextColumn } from '#platform/database/columns';

@ObjectType({ description: '账号 · An account' })
@Entity('account')
export class Account {
  @Field(() => ID, { description: '账号标识 · Id of the account' })
  @IdColumn()
  id: string;

  @Field({ description: '账号名 · Name of the account' })
  @TextColumn()
  name: string;

  @RefColumn()
  personId: string;

  @Field({ description: '下次登录须改口令 · Whether the password must be changed at the next sign-in' })
  @FlagColumn()
  mustChangePassword: boolean;

  @Field({
    description:
      '待放行：本人须以安全管理员交付的放行码确认 · Whether it waits for its release by the security administrator',
  })
  @FlagColumn()
  awaitsRelease: boolean;

  @Field(() => Date, { nullable: true, description: '动态口令绑定时间 · When a second factor was confirmed' })
  @InstantColumn(true)
  secondFactorConfirmedAt: Date | null;

  @Field(() => Date, { nullable: true, description: '停用时间 · When it was disabled' })
  @InstantColumn(true)
  disabledAt: Date | null;

  @Field(() => String, { nullable: true, description: '停用原因 · Why it was disabled' })
  @TextColumn(true)
  disabledReason: string | null;

  @Field(() => Date, { description: '创建时间 · When it was created' })
  @InstantColumn()
  createdAt: Date;
}
