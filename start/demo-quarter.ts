// Closes the demo city's first quarter (演示城市一季度亮灯与申诉) as its people would, over the graph: lights need the figures of every subgraph, so that no row of them can be loaded.
import { DEMO_PASSWORD } from './prepare-database';

const QUARTER = '2018Q1';
const SIGN_IN =
  'mutation($account: String!, $password: String!) { signIn(account: $account, password: $password) { token } }';
const PROPOSE =
  'mutation($quarter: String!) { proposeLights(quarter: $quarter, idempotencyKey: "demo-quarter") { id } }';
const CONFIRM =
  'mutation($quarter: String!, $roundId: ID!) { confirmLights(quarter: $quarter, roundId: $roundId) { id } }';
const LIGHT =
  'query($quarter: String!, $code: String!) { regionByCode(code: $code) { light(quarter: $quarter) { id colour } } }';
const APPEAL =
  'mutation($lightId: ID!, $node: String!, $grounds: String!) { appealLight(lightId: $lightId, node: $node, grounds: $grounds) { id } }';
const REJECT = 'mutation($id: ID!, $reason: String!) { decideAppeal(id: $id, upheld: false, reason: $reason) { id } }';

/** Invented: one was decided, one awaits the office. */
const appeals = [
  {
    account: 'district-laicheng',
    code: '371202',
    node: 'task-confirmation',
    grounds: '本区一季度任务已按季上报，请核对是否计入。（拟）',
    rejected: '按封账所依的取数重新核对，得分与灯色均与原灯一致。（拟）' as string | null,
  },
  {
    account: 'district-gangcheng',
    code: '371203',
    node: 'visit-coverage',
    grounds: '三月下旬部分走访记录补录较晚，请复核走访覆盖率。（拟）',
    rejected: null,
  },
];

type Ask = <T>(query: string, variables: Record<string, unknown>) => Promise<T>;

export async function closeDemoQuarter(url: string): Promise<void> {
  const [assessor, director, officer] = await Promise.all([
    signedIn(url, 'city-assessor'),
    signedIn(url, 'city-director'),
    signedIn(url, 'city-officer'),
  ]);
  const { proposeLights } = await assessor<{ proposeLights: { id: string } }>(PROPOSE, { quarter: QUARTER });
  await director(CONFIRM, { quarter: QUARTER, roundId: proposeLights.id });
  for (const { account, code, node, grounds, rejected } of appeals) {
    const district = await signedIn(url, account);
    const { regionByCode } = await district<LitRegion>(LIGHT, { quarter: QUARTER, code });
    const light = regionByCode?.light;
    // A green light is nothing to appeal against.
    if (!light || light.colour === 'green') continue;
    const { appealLight } = await district<{ appealLight: { id: string } }>(APPEAL, {
      lightId: light.id,
      node,
      grounds,
    });
    if (rejected) await officer(REJECT, { id: appealLight.id, reason: rejected });
  }
}

interface LitRegion {
  regionByCode: { light: { id: string; colour: string } | null } | null;
}

async function signedIn(url: string, account: string): Promise<Ask> {
  const { signIn } = await asker(url, null)<{ signIn: { token: string } }>(SIGN_IN, {
    account,
    password: DEMO_PASSWORD,
  });
  return asker(url, signIn.token);
}

function asker(url: string, token: string | null): Ask {
  return async <T>(query: string, variables: Record<string, unknown>) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as { data?: T; errors?: { message: string }[] };
    if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? `HTTP ${answer.status}`);
    return data;
  };
}
