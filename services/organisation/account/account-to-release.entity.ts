// The release of an account (放行): what the officer who draws the code is told.
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: '待放行的账号 · An account that waits for its release' })
export class AccountToRelease {
  @Field(() => ID, { description: '账号标识 · Id of the account' })
  id: string;

  @Field({ description: '账号名 · Name of the account' })
  name: string;

  personId: string;
}

@ObjectType({
  description: '放行码，仅此一次显示，当面交付本人 · A release code, told this once, handed over in person',
})
export class ReleaseCode {
  @Field(() => ID, { description: '账号标识 · Id of the account' })
  id: string;

  @Field({ description: '账号名 · Name of the account' })
  name: string;

  @Field({ description: '放行码 · Release code' })
  code: string;
}
