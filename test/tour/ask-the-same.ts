// Asks one query as everybody: the same words, and each level sees its own part, or is told why it sees none.

import { codeOf, type GraphError } from './tour-client';
import { regionOf, type TourGuide, type Visitor, YEAR } from './tour-guide';

interface Same {
  households: {
    totalCount: number | null;
    edges: { node: { number: string; head: { name: string | null } | null } }[];
  } | null;
  region: {
    name: string;
    householdSummary: { byState: { households: number }[] } | null;
    funds: { paid: string; lines: number } | null;
  } | null;
}

const SAME = `query Same($region: ID!, $year: Int!) {
  households(first: 1) { totalCount edges { node { number head { name } } } }
  region(id: $region) { name householdSummary(year: $year) { byState { households } } funds(year: ${YEAR}) { paid lines } }
}`;

/** Which rows each post reaches; posts that are not here may list no households at all. */
const reach: Readonly<Record<string, 'region' | 'city' | 'paired'>> = {
  ...Object.fromEntries(
    [
      'office-director',
      'finance-officer',
      'office-officer',
      'assessor',
      'inspector',
      'auditor',
      'district-officer',
    ].map((post) => [post, 'region' as const]),
  ),
  'zone-officer': 'region',
  'town-officer': 'region',
  'village-clerk': 'region',
  'first-secretary': 'region',
  helper: 'paired',
  'unit-liaison': 'city',
};
const namesMasked = new Set(['auditor', 'unit-liaison']);

export async function askTheSame(guide: TourGuide): Promise<void> {
  const { record, visitors } = guide;
  record.begin('same-query', '同一查询，各见其份 · One query, and each sees the own part');
  const city = regionOf(guide, 'city-director');
  // A household that was registered after the year counts today, so today's register is asked for.
  const year = new Date().getFullYear();
  const cityTotal = (await visitors.get('city-director')?.client.get<Same>(SAME, { region: city.id, year }))?.households
    ?.totalCount;
  const rows: string[][] = [];
  for (const each of visitors.values()) {
    const { data, errors } = await each.client.ask<Same>(SAME, { region: each.region?.id ?? city.id, year });
    const seen = data ?? { households: null, region: null };
    const summary = seen.region?.householdSummary?.byState.reduce((sum, state) => sum + state.households, 0);
    const [first] = seen.households?.edges ?? [];
    const paired = reach[each.account.post] === 'paired' ? await pairedWith(each) : null;
    rows.push([
      each.account.account,
      seen.region?.name ?? '—',
      String(seen.households?.totalCount ?? '—'),
      String(summary ?? '—'),
      String(seen.region?.funds?.lines ?? '—'),
      seen.region?.funds?.paid ?? '—',
      first?.node.number ?? '—',
      first?.node.head?.name ?? '—',
      refusedOf(errors),
    ]);
    checkPart(guide, each, seen.households?.totalCount ?? null, { summary, cityTotal, paired, errors });
    const name = first?.node.head?.name;
    if (name)
      record.same(
        `${each.account.account}：户主姓名${namesMasked.has(each.account.post) ? '脱敏' : '可见'} · names are ${namesMasked.has(each.account.post) ? 'masked' : 'plain'}`,
        namesMasked.has(each.account.post),
        name.includes('*'),
      );
  }
  record.table(
    [
      '账号 account',
      '所问地区 region asked',
      '可见户 households',
      '合计 sum',
      '支付笔 lines',
      '已支付 paid',
      '首户 first',
      '户主 head',
      '拒绝 refused',
    ],
    rows,
  );
  record.figure('asked', rows);
}

interface Comparison {
  summary: number | undefined;
  cityTotal: number | null | undefined;
  /** how many households a helper is paired with */
  paired: number | null;
  errors: readonly GraphError[];
}

function checkPart(
  { record }: TourGuide,
  { account, region }: Visitor,
  total: number | null,
  against: Comparison,
): void {
  const kind = reach[account.post];
  const who = account.account;
  if (kind === undefined) {
    const code = codeOf(against.errors.find(({ path }) => path?.[0] === 'households'));
    record.same(`${who}：不得查看贫困户 · lists no households`, 'null FORBIDDEN', `${total} ${code}`);
  } else if (kind === 'region') {
    record.same(
      `${who}：可见户数等于${region?.name ?? ''}合计 · sees as many as its region sums up to`,
      against.summary,
      total,
    );
  } else if (kind === 'city') {
    record.same(`${who}：条线可见全市各户 · its line reaches the whole city`, against.cityTotal, total);
  } else {
    record.check('有结对户 · somebody is paired with', (against.paired ?? 0) > 0, '> 0', String(against.paired));
    record.same(`${who}：只见结对户 · sees the paired households alone`, against.paired, total);
  }
}

async function pairedWith({ client }: Visitor): Promise<number | null> {
  const { me } = await client.get<{ me: { person: { pairedHouseholds: number | null } } }>(
    '{ me { person { pairedHouseholds } } }',
  );
  return me.person.pairedHouseholds;
}

function refusedOf(errors: readonly GraphError[]): string {
  return errors.map((error) => `${error.path?.join('.') ?? ''} ${codeOf(error)}`).join(', ') || '—';
}
