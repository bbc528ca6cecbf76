// What the graph offers at the sign-in desk.
import { Arg, Args, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { confirmRelease } from '../account/confirm-release';
import { actAs, actFor } from './act-as';
import { changePassword } from './change-password';
import { confirmSecondFactor } from './confirm-second-factor';
import { endSession } from './end-session';
import { enrolSecondFactor } from './enrol-second-factor';
import { renewSession } from './renew-session';
import { signIn } from './sign-in';
import { ChangePasswordArgs, SignInArgs, SignInExternallyArgs } from './sign-in.input';
import { signInExternally } from './sign-in-externally';
import { SecondFactor, SignedIn } from './signed-in.entity';
import type { OrganisationTools } from './tools.rules';

type DeskContext = Context<OrganisationTools>;

@Resolver()
export class SignInResolver {
  @Mutation(() => SignedIn, { nullable: true, description: '登录 · Sign in' })
  signIn(@Args(() => SignInArgs) args: SignInArgs, @Ctx() context: DeskContext) {
    return signIn(context, args);
  }

  @Mutation(() => SignedIn, {
    nullable: true,
    description:
      '以统一身份认证的 ID 令牌登录（须已配置）· Sign in by an ID token of the external issuer, where one is configured',
  })
  signInExternally(@Args(() => SignInExternallyArgs) args: SignInExternallyArgs, @Ctx() context: DeskContext) {
    return signInExternally(context, args);
  }

  @Mutation(() => SignedIn, {
    nullable: true,
    description: '选定任职，以其名义办理 · Act under one of your appointments',
  })
  actAs(
    @Arg('appointmentId', () => ID, { description: '任职标识 · Id of the appointment' }) appointmentId: string,
    @Ctx() context: DeskContext,
  ) {
    return actAs(context, appointmentId);
  }

  @Mutation(() => SignedIn, {
    nullable: true,
    description: '依代理，以委托人的任职办理 · Act under the appointment of somebody who delegated it to you',
  })
  actFor(
    @Arg('delegationId', () => ID, { description: '代理标识 · Id of the delegation' }) delegationId: string,
    @Ctx() context: DeskContext,
  ) {
    return actFor(context, delegationId);
  }

  @Mutation(() => SignedIn, {
    nullable: true,
    description: '以安全管理员交付的放行码确认本人账号 · Confirm the own account by the release code handed over',
  })
  confirmRelease(@Arg('code', { description: '放行码 · Release code' }) code: string, @Ctx() context: DeskContext) {
    return confirmRelease(context, code);
  }

  @Mutation(() => SignedIn, { nullable: true, description: '以续期凭证换取新令牌 · Change a renewal for a new token' })
  renew(@Arg('renewal', { description: '续期凭证 · The renewal' }) renewal: string, @Ctx() context: DeskContext) {
    return renewSession(context, renewal);
  }

  @Mutation(() => Boolean, { nullable: true, description: '退出本会话 · Sign out of this session' })
  signOut(@Ctx() context: Context<never>) {
    return endSession(context, context.caller.sessionId, 'signOut');
  }

  @Mutation(() => Boolean, { nullable: true, description: '结束本人的另一会话 · End another session of your own' })
  endSession(
    @Arg('id', () => ID, { description: '会话标识 · Id of the session' }) id: string,
    @Ctx() context: Context<never>,
  ) {
    return endSession(context, id, 'endSession');
  }

  @Mutation(() => SignedIn, { nullable: true, description: '修改本人口令 · Change your own password' })
  changePassword(@Args(() => ChangePasswordArgs) args: ChangePasswordArgs, @Ctx() context: DeskContext) {
    return changePassword(context, args);
  }

  @Mutation(() => SecondFactor, { nullable: true, description: '申请绑定动态口令 · Begin a second factor' })
  enrolSecondFactor(@Ctx() context: DeskContext) {
    return enrolSecondFactor(context);
  }

  @Mutation(() => SignedIn, {
    nullable: true,
    description: '以首个动态口令确认绑定 · Confirm the second factor by its first code',
  })
  confirmSecondFactor(
    @Arg('code', { description: '动态口令 · One-time code' }) code: string,
    @Ctx() context: DeskContext,
  ) {
    return confirmSecondFactor(context, code);
  }
}
