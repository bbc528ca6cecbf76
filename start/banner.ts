// What a new user is told once the graph is up: where it is, who may sign in, and three things to try.
import type { City } from '../data/generate/city';
import { DEMO_PASSWORD } from './prepare-database';

export function addressLines(url: string, explorable: boolean, workers = 1): string {
  const base = url.replace(/\/graphql$/, '');
  return [
    '',
    `  图 graph        ${url}`,
    ...(workers > 1 ? [`  网关 gateways     ${workers}，同一端口 · ${workers} behind this port`] : []),
    ...(explorable ? [`  浏览器 explorer  ${base}/graphiql`] : []),
    `  健康 health      ${base}/health/ready    指标 metrics ${base}/metrics`,
  ].join('\n');
}

/** Demo accounts: who, post, region or unit; they exist in the demo profile only and have no second factor. */
export function demoLines(city: City): string {
  const rows = city.demoAccounts.map(({ account, personId }) => {
    const person = city.persons.find((known) => known.id === personId);
    const appointment = city.appointments.find((known) => known.personId === personId);
    const region = city.regions.find((known) => known.id === appointment?.regionId)?.name;
    const unit = city.units.find((known) => known.id === appointment?.unitId)?.name;
    return [account, person?.name ?? '', appointment?.post ?? '', [region, unit].filter(Boolean).join(' · ')];
  });
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))));
  const lines = rows.map(
    (row) => `    ${row.map((cell, at) => (at < 3 ? pad(cell, widths[at] ?? 0) : cell)).join('  ')}`,
  );
  return [
    '',
    `  演示账号 demo accounts（密码 password: ${DEMO_PASSWORD}；仅演示环境，无第二因素 · demo profile only, no second factor）`,
    ...lines,
  ].join('\n');
}

export function thingsToTry(url: string): string {
  const base = url.replace(/\/graphql$/, '');
  return [
    '',
    '  试试 three things to try',
    '    1. npm run tour          四级四人同一查询，各见其份 · one query, people of every level, each sees a part',
    `    2. ${base}/graphiql      登录 town-kouzhen，查 { me { post region { name } } households { edges { node { number } } } }`,
    `    3. curl -s ${url} -H 'content-type: application/json' -d '{"query":"{ regions(kind: town) { edges { node { name parent { name } } } } }"}'`,
    '',
    '  Ctrl-C 停止 · stops everything',
    '',
  ].join('\n');
}

function displayWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
