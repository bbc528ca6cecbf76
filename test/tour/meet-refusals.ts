// Shows what a refusal looks like: hidden is the same as absent, a field of another post is null with a code, a sum is never shown in part.
import { type Answer, codeOf, TourClient } from './tour-client';
import { as, regionOf, type TourGuide, YEAR } from './tour-guide';

const HOUSEHOLD = 'query($id: ID!) { household(id: $id) { id number address } }';
const LIST = '{ households(first: 1) { edges { node { number } } } }';
const SUM = `query($id: ID!) { region(id: $id) { name householdSummary(year: ${YEAR}) { households } funds(year: ${YEAR}) { paid } } }`;
const NOBODY = '01500000-0000-7000-8000-000000000000';

export async function meetRefusals(guide: TourGuide): Promise<void> {
  const { record, anonymous } = guide;
  record.begin('refusals', '拒绝是什么样子 · What a refusal looks like');
  const rows: string[][] = [];
  const told = (who: string, what: string, { errors }: Answer<unknown>) => {
    for (const error of errors.length > 0 ? errors : [undefined])
      rows.push([who, what, codeOf(error) || '—', error?.message ?? 'null，无错误 · null, without an error']);
  };

  const hidden = await foreignHousehold(guide);
  const village = as(guide, 'village-kouzhen');
  const [seen, absent] = [await village.ask(HOUSEHOLD, { id: hidden }), await village.ask(HOUSEHOLD, { id: NOBODY })];
  told('village-kouzhen', '他村的户 · a household of another village', seen);
  record.check('口镇另有他村的户可作例子 · the town has a household of another village', hidden !== NOBODY);
  record.same(
    '他村的户与不存在的户答复相同：null · hidden and absent are the same: null',
    ['{"household":null}', '[]'],
    [JSON.stringify(seen.data), JSON.stringify(seen.errors)],
  );
  record.same('逐字相同 · byte by byte', JSON.stringify(absent), JSON.stringify(seen));
  const write = await village.ask(
    'mutation($id: ID!) { revealHousehold(householdId: $id, reason: "导览：试看他村 · tour") { phone } }',
    { id: hidden },
  );
  told('village-kouzhen', '查看他村户的电话 · reveals its phone', write);
  record.same('办理他村的户：未找到 · doing something about it: not found', 'NOT_FOUND', codeOf(write.errors[0]));

  const city = regionOf(guide, 'city-director').id;
  const sum = await as(guide, 'town-kouzhen').ask<{ region: { householdSummary: null; funds: null } }>(SUM, {
    id: city,
  });
  told('town-kouzhen', '全市合计 · the sums of the city', sum);
  record.same(
    '范围外合计不予部分显示 · a sum beyond the own scope is null, never a part',
    ['OUT_OF_SCOPE', 'OUT_OF_SCOPE', null, null],
    [...sum.errors.map(codeOf), sum.data?.region.householdSummary, sum.data?.region.funds],
  );

  const asked: [string, TourClient, string, string, string][] = [
    ['citizen', as(guide, 'citizen'), LIST, '贫困户列表 · the list of households', 'FORBIDDEN'],
    ['未登录 nobody', anonymous, LIST, '贫困户列表 · the list of households', 'UNAUTHENTICATED'],
    ['sysadmin', as(guide, 'sysadmin'), LIST, '贫困户列表 · the list of households', 'FORBIDDEN'],
    ['province-observer', as(guide, 'province-observer'), LIST, '贫困户列表 · the list of households', 'FORBIDDEN'],
    [
      'auditor',
      as(guide, 'auditor'),
      `mutation { approveDisbursement(id: "${NOBODY}") { id } }`,
      '批准发放 · approves a disbursement',
      'FORBIDDEN',
    ],
    [
      '伪造令牌 a made-up token',
      new TourClient(anonymous.url, 'e30.e30.e30'),
      LIST,
      '贫困户列表 · the list of households',
      'UNAUTHENTICATED',
    ],
  ];
  for (const [who, client, query, what, code] of asked) {
    const answer = await client.ask<Record<string, unknown>>(query);
    told(who, what, answer);
    const nothing = Object.values(answer.data ?? {}).every((value) => value === null);
    record.same(`${who}：${what} → ${code}`, [code, true], [codeOf(answer.errors[0]), nothing]);
  }
  record.table(['谁 who', '要什么 what', '代码 code', '答复 answer'], rows);
  record.figure('refusals', rows);
}

/** A household of the town that lies in another village than the clerk's. */
async function foreignHousehold(guide: TourGuide): Promise<string> {
  const own = regionOf(guide, 'village-kouzhen').id;
  const { households } = await as(guide, 'town-kouzhen').get<{
    households: { edges: { node: { id: string; region: { id: string } } }[] };
  }>('{ households(first: 200) { edges { node { id region { id } } } } }');
  return households.edges.find(({ node }) => node.region.id !== own)?.node.id ?? NOBODY;
}
