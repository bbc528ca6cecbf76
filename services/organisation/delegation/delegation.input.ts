// What is said when a post is delegated, renewed or taken back, and how delegations are looked for.
import { Length } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

const REASON = { message: '原因 4 至 200 个字 · a reason has 4 to 200 characters' };

@ArgsType()
export class DelegationsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '只要此人委托或代理的 · Only those given or held by this person' })
  personId?: string;

  @Field({
    nullable: true,
    description: '只要今日有效（真）或否（假）的 · Only those in force today (true) or not (false)',
  })
  current?: boolean;
}

@ArgsType()
export class DelegateArgs {
  @Field(() => ID, { description: '代理人，须在职 · Who shall act, somebody in office' })
  delegateId: string;

  @Field(() => CalendarDay, { description: '自何日起，不早于今日 · From which day, not before today' })
  validFrom: string;

  @Field(() => CalendarDay, { description: '至何日止（不含）· Until which day, exclusive' })
  validTo: string;

  @Field({ description: '原因，4 至 200 字 · Reason, 4 to 200 characters' })
  @Length(4, 200, REASON)
  reason: string;
}

@ArgsType()
export class RenewDelegationArgs {
  @Field(() => ID, { description: '代理标识 · Id of the delegation' })
  id: string;

  @Field(() => CalendarDay, { description: '延至何日（不含）· Prolonged until which day, exclusive' })
  validTo: string;

  @Field({ description: '原因，4 至 200 字 · Reason, 4 to 200 characters' })
  @Length(4, 200, REASON)
  reason: string;
}

@ArgsType()
export class RevokeDelegationArgs {
  @Field(() => ID, { description: '代理标识 · Id of the delegation' })
  id: string;

  @Field({ description: '原因，4 至 200 字 · Reason, 4 to 200 characters' })
  @Length(4, 200, REASON)
  reason: string;
}
