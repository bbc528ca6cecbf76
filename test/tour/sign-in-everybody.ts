// Signs in every demo account and asks the graph who that is: person, post, region or unit, and kind of scope.
import { GraphUnreachable, TourClient } from './tour-client';
import type { DemoAccount, TourGuide, Visitor } from './tour-guide';

interface Me {
  post: string;
  level: string | null;
  scope: string;
  person: { id: string; name: string } | null;
  region: Visitor['region'];
  unit: { code: string; name: string } | null;
}

const ME = '{ me { post level scope person { id name } region { id code name kind } unit { code name } } }';

export async function signInEverybody(guide: TourGuide): Promise<void> {
  const { record, accounts, visitors, anonymous } = guide;
  record.begin('sign-in', '逐一登录演示账号 · Every demo account signs in');
  const rows: string[][] = [];
  const wrong: string[] = [];
  for (const account of accounts) {
    try {
      const client = await TourClient.signIn(anonymous.url, account.account);
      const { me } = await client.get<{ me: Me }>(ME);
      visitors.set(account.account, { account, client, personId: me.person?.id ?? '', region: me.region });
      rows.push([account.account, me.person?.name ?? '', me.post, me.level ?? '—', placeOf(me), me.scope]);
      if (!isAsListed(account, me)) wrong.push(`${account.account}: ${JSON.stringify(me)}`);
    } catch (error) {
      if (error instanceof GraphUnreachable) throw error;
      wrong.push(`${account.account}: ${(error as Error).message}`);
    }
  }
  record.table(
    ['账号 account', '姓名 name', '职务 post', '层级 level', '地区或单位 region or unit', '范围 scope'],
    rows,
  );
  record.figure('accounts', rows);
  record.check(
    `${accounts.length} 个账号全部登录，职务、姓名、地区、单位与名册一致 · all ${accounts.length} accounts sign in as the list says`,
    wrong.length === 0,
    'demo-accounts.json',
    wrong.join('; '),
  );
}

function placeOf({ region, unit }: Me): string {
  return [region?.name, unit?.name].filter(Boolean).join(' · ') || '—';
}

function isAsListed(account: DemoAccount, me: Me): boolean {
  // A functional zone has no division code; its account names it by a key of the input file.
  const hasCode = account.region !== null && /^\d+$/.test(account.region);
  const region = account.region === null || !hasCode || me.region?.code === account.region;
  const zone = hasCode || account.region === null || me.region?.kind === 'zone';
  const unit = account.unit === null || me.unit?.code === account.unit;
  return (
    me.post === account.post &&
    me.person?.name === account.person &&
    me.level === account.level &&
    region &&
    zone &&
    unit
  );
}
