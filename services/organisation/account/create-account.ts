// Creates one account (创建账号), for a person who is registered or for a new one; it can do nothing until a post is granted.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Person } from '../person/person.entity';
import { refusals } from '../refusals';
import { accountNameOf } from '../sign-in/lock-out.rules';
import type { OrganisationTools } from '../sign-in/tools.rules';
import { Account } from './account.entity';
import type { CreateAccountArgs } from './account.input';
import { DrawnAccount } from './account-import.entity';
import { isAccountName } from './account-row.rules';
import { drawPassword } from './draw-password';

export async function createAccount(
  { inScope, tools }: Context<OrganisationTools>,
  args: CreateAccountArgs,
): Promise<DrawnAccount> {
  const name = accountNameOf(args.account);
  if (!isAccountName(name))
    throw invalidInput(
      'account',
      '账号名须为 3 至 40 个小写字母、数字、. _ -',
      'an account name has 3 to 40 small letters, digits, . _ -',
    );
  const id = newId();
  const initialPassword = drawPassword(tools, id);
  const hash = await tools.passwords.hashDrawn(initialPassword);
  return inScope
    .write({ action: 'createAccount', target: id }, async (rows) => {
      const personId = args.personId ? await findPerson(rows, args.personId) : await registerPerson(rows, args);
      await rows.query(
        'insert into organisation.account (id, name, person_id, password_hash, must_change_password, awaits_release) values ($1, $2, $3, $4, true, true)',
        [id, name, personId, hash],
      );
      return Object.assign(new DrawnAccount(), {
        account: await rows.manager.findOneBy(Account, { id }),
        initialPassword,
      });
    })
    .catch((error: unknown) => {
      const broken = brokenConstraint(error);
      if (broken === 'account_name_unique') throw refusals.accountNameTaken({ account: name });
      if (broken === 'account_person_unique') throw refusals.personHasAccount();
      throw error;
    });
}

async function findPerson(rows: WriteRows, id: string): Promise<string> {
  const person = await rows.manager.findOneBy(Person, { id });
  if (!person) throw commonRefusals.notFound({ what: '人员 person' });
  return person.id;
}

async function registerPerson(rows: WriteRows, { name, unitId }: CreateAccountArgs): Promise<string> {
  if (!name?.trim())
    throw invalidInput('name', '请给出 personId，或姓名与单位', 'give a personId, or a name and a unit');
  if (
    unitId &&
    (await rows.query('select 1 from organisation.unit where id = $1 and ended_on is null', [unitId])).length === 0
  )
    throw commonRefusals.notFound({ what: '单位 unit' });
  const id = newId();
  await rows.query('insert into organisation.person (id, name, unit_id) values ($1, $2, $3)', [
    id,
    name.trim(),
    unitId ?? null,
  ]);
  return id;
}
