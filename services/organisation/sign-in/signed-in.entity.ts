// What the sign-in desk hands out: a token, its renewal, and what must be done before a post can be acted under.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Appointment } from '../appointment/appointment.entity';
import { Delegation } from '../delegation/delegation.entity';
import type { Challenge } from './challenge.rules';

export enum ChallengeEnum {
  CHANGE_PASSWORD = 'CHANGE_PASSWORD',
  RELEASE = 'RELEASE',
  SECOND_FACTOR = 'SECOND_FACTOR',
}
registerEnumType(ChallengeEnum, {
  name: 'Challenge',
  description: '登录还须完成的事项 · What sign-in still asks for',
  valuesConfig: {
    CHANGE_PASSWORD: { description: '须修改口令（changePassword）· The password must be changed first' },
    RELEASE: {
      description:
        '须以安全管理员交付的放行码确认（confirmRelease）· The release code from the security administrator must be confirmed',
    },
    SECOND_FACTOR: {
      description:
        '无令牌时：请带动态口令再次登录；有令牌时：须先绑定动态口令 · Without a token: sign in again with the one-time code; with one: enrol a second factor first',
    },
  },
});

@ObjectType('SignIn', { description: '登录结果 · What a sign-in gives' })
export class SignedIn {
  @Field(() => String, {
    nullable: true,
    description: '访问令牌，置于 Authorization: Bearer · Access token, for Authorization: Bearer',
  })
  token: string | null;

  @Field(() => String, { nullable: true, description: '续期凭证，仅可用一次 · Renewal, good for one use' })
  renewal: string | null;

  @Field(() => Date, { nullable: true, description: '令牌到期 · When the token expires' })
  expiresAt: Date | null;

  @Field(() => ChallengeEnum, { nullable: true, description: '还须完成的事项 · What is still asked for' })
  challenge: Challenge | null;

  @Field(() => Appointment, { nullable: true, description: '当前任职 · The appointment acted under' })
  appointment: Appointment | null;

  @Field(() => [Appointment], {
    description: '今日的任职；多于一个时以 actAs 选定 · Appointments of today; with several, choose by actAs',
  })
  appointments: Appointment[];

  @Field(() => Delegation, { nullable: true, description: '当前所依代理 · The delegation acted under' })
  delegation: Delegation | null;

  @Field(() => [Delegation], {
    description: '今日可依的代理；以 actFor 选定 · Delegations of today; choose by actFor',
  })
  delegations: Delegation[];
}

@ObjectType({ description: '待确认的动态口令 · A second factor to be confirmed' })
export class SecondFactor {
  @Field({ description: '密钥（base32），仅显示一次 · The secret in base32, shown once' })
  secret: string;

  @Field({ description: 'otpauth 地址，可制成二维码 · otpauth address, for a QR code' })
  address: string;
}
