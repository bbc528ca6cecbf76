// What account administration (账号管理) is told.
import { ArrayMaxSize, IsOptional, Length, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';

@ArgsType()
export class AccountsArgs extends ConnectionArgs {
  @Field({ nullable: true, description: '账号名以此开头 · Names that begin with this' })
  nameBegins?: string;

  @Field(() => ID, { nullable: true, description: '只要此单位人员的账号 · Only accounts of people of this unit' })
  unitId?: string;

  @Field({ nullable: true, description: '只要停用（真）或在用（假）的 · Only those disabled (true) or in use (false)' })
  disabled?: boolean;
}

@ArgsType()
export class CreateAccountArgs {
  @Field({ description: '账号名：3 至 40 个小写字母、数字、. _ - · Name: 3 to 40 small letters, digits, . _ -' })
  account: string;

  @Field(() => ID, {
    nullable: true,
    description: '已登记的人员；否则给出姓名与单位 · A person who is registered; else give name and unit',
  })
  personId?: string;

  @Field({ nullable: true, description: '姓名（新登记）· Name of a person to be registered' })
  @IsOptional()
  @Length(1, 50, { message: '姓名 1 至 50 个字 · a name has 1 to 50 characters' })
  name?: string;

  @Field(() => ID, { nullable: true, description: '单位（新登记）· Unit of a person to be registered' })
  unitId?: string;
}

@ArgsType()
export class DisableAccountArgs {
  @Field(() => ID, { description: '账号标识 · Id of the account' })
  id: string;

  @Field({ description: '原因，4 至 200 字 · Reason, 4 to 200 characters' })
  @Length(4, 200, { message: '原因 4 至 200 个字 · a reason has 4 to 200 characters' })
  reason: string;
}

@ArgsType()
export class ResetPasswordArgs {
  @Field(() => ID, { description: '账号标识 · Id of the account' })
  id: string;

  @Field({
    nullable: true,
    description: '同时解除动态口令（手机遗失时）· Also take off the second factor, as for a lost telephone',
  })
  alsoSecondFactor?: boolean;
}

@InputType({ description: '待导入的一个账号 · One account to be imported' })
export class AccountRowInput {
  @Field({ description: '账号名（A 列）· Name of the account, column A' })
  account: string;

  @Field({ description: '姓名（B 列）· Name of the person, column B' })
  name: string;

  @Field({ description: '单位代号（C 列）· Code of the unit, column C' })
  unitCode: string;
}

export const IMPORT_MOST = 5000;

@ArgsType()
export class AccountSheetArgs {
  @Field({
    nullable: true,
    description:
      'xlsx 文件（base64）：首行 账号、姓名、单位代号 · An xlsx in base64; its first row: 账号, 姓名, 单位代号',
  })
  fileBase64?: string;

  @Field(() => [AccountRowInput], {
    nullable: true,
    description: '或直接给出各行（首个为第 2 行）· Or the rows themselves; the first counts as row 2',
  })
  @IsOptional()
  @ValidateNested({ each: true })
  @ArrayMaxSize(IMPORT_MOST, { message: `一次至多 ${IMPORT_MOST} 行 · at most ${IMPORT_MOST} rows at once` })
  rows?: AccountRowInput[];
}

@ArgsType()
export class ImportAccountsArgs extends AccountSheetArgs {
  @Field({ description: '幂等键 · Idempotency key' })
  idempotencyKey: string;
}
