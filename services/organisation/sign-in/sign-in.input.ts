// What is given at the sign-in desk.
import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class SignInArgs {
  @Field({ description: '账号 · Account' })
  account: string;

  @Field({ description: '口令 · Password' })
  password: string;

  @Field({ nullable: true, description: '动态口令（已绑定者）· One-time code, where a second factor is confirmed' })
  code?: string;
}

@ArgsType()
export class SignInExternallyArgs {
  @Field({ description: '统一身份认证所发的 ID 令牌 · ID token of the external issuer' })
  idToken: string;

  @Field({ nullable: true, description: '动态口令（已绑定者）· One-time code, where a second factor is confirmed' })
  code?: string;
}

@ArgsType()
export class ChangePasswordArgs {
  @Field({ description: '原口令 · Present password' })
  present: string;

  @Field({ description: '新口令，至少 12 个字符 · New password, at least 12 characters' })
  next: string;
}
