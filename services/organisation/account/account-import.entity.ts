// What account administration hands back: an account with the password drawn for it, and the outcome of an import.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Account } from './account.entity';

@ObjectType({ description: '账号及其初始口令（仅此一次）· An account with its initial password, told this once' })
export class DrawnAccount {
  @Field(() => Account, { nullable: true, description: '账号 · The account' })
  account: Account | null;

  @Field({ description: '初始口令，首次登录须修改 · Initial password, to be changed at the first sign-in' })
  initialPassword: string;
}

@ObjectType({ description: '导入所得的一个账号 · One account of an import' })
export class InitialPassword {
  @Field({ description: '账号名 · Name of the account' })
  account: string;

  @Field({ description: '姓名 · Name of the person' })
  name: string;

  @Field({ description: '初始口令，首次登录须修改 · Initial password, to be changed at the first sign-in' })
  initialPassword: string;
}

@ObjectType({ description: '账号导入的结果 · Outcome of an import of accounts' })
export class AccountImport {
  @Field(() => ID, { description: '导入批次 · Id of the import' })
  id: string;

  @Field(() => Int, { description: '创建的账号数 · How many accounts were created' })
  count: number;

  // Handed over as one list: it is printed, cut into slips and given out, and cannot be asked for again page by page.
  @Field(() => [InitialPassword], {
    description: '初始口令清单；已改口令者不再列出 · Initial passwords; those changed since are left out',
  })
  initialPasswords: InitialPassword[];
}

@ObjectType({ description: '导入表中的一处错误 · One error in a sheet' })
export class SheetFlaw {
  @Field({ description: '单元格，如 B7 · Cell, such as B7' })
  cell: string;

  @Field({ description: '说明 · What is wrong' })
  message: string;
}

@ObjectType({ description: '导入预览：不创建任何账号 · Preview of an import: nothing is created' })
export class AccountImportPreview {
  @Field(() => Int, { description: '行数 · Rows' })
  rows: number;

  @Field(() => Int, { description: '将新登记的人员数 · People that would be registered' })
  newPeople: number;

  @Field(() => Int, { description: '错误数 · Errors' })
  flawCount: number;

  @Field(() => [SheetFlaw], { description: '前 200 处错误 · The first 200 errors' })
  flaws: SheetFlaw[];
}
