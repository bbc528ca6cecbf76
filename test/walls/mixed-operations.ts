// Mixed operations (混合操作) as a day brings them, drawn from a seed: done, denied, misdirected, and some with a number where none belongs.
import { randomUUID } from 'node:crypto';
import type { SubgraphName } from '#platform/database/roles';
import type { World } from '../harness/world';
import { demoAccounts } from '../policy/caller-of-account';

export interface MixedOperation {
  account: string | null;
  query: string;
  variables: Record<string, unknown>;
}

/** Which subgraph answers a field that may be refused. */
export const ownerOf: Readonly<Record<string, SubgraphName>> = {
  signIn: 'organisation',
  person: 'organisation',
  households: 'households',
  householdSummary: 'households',
  revealMember: 'households',
  recordVisits: 'households',
  pairHelper: 'households',
  funds: 'funds',
  applyDisbursement: 'funds',
  approveDisbursement: 'funds',
  issuePaymentOrder: 'funds',
  payDisbursement: 'funds',
  admitPatient: 'funds',
  taskSummary: 'assessments',
  reportProgress: 'assessments',
  recordInspection: 'assessments',
  fileReport: 'assessments',
};

type Draw = (below: number) => number;

/** A small generator of whole numbers, the same for the same seed. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function mixedOperation({ city }: World, draw: Draw, applied: readonly string[]): MixedOperation {
  const one = <T>(rows: readonly T[]): T => rows[draw(rows.length)] as T;
  const account = one([null, ...demoAccounts]);
  const often = (...likely: string[]) => (draw(3) > 0 ? one(likely) : account);
  const household = one(city.households);
  const member = one(city.members);
  const region = one(city.regions.filter((each) => each.kind !== 'village')).id;
  const key = `mixed-${randomUUID()}`;
  const town = city.regions.find((each) => each.code === '371202100');
  const lot = city.allotments.flatMap((notice) => notice.lines).find((line) => line.regionId === town?.id)?.id;
  const batch = applied.length > 0 && draw(4) > 0 ? one(applied) : one(city.batches).id;
  const made: (() => MixedOperation)[] = [
    () => ({
      account,
      query: '{ households(first: 3) { edges { node { id phone members { idNumber } } } } }',
      variables: {},
    }),
    () => ({
      account,
      query:
        'query($id: ID!) { region(id: $id) { name householdSummary(year: 2018) { people } funds(year: 2018) { paid } taskSummary(quarter: "2018Q1") { tasks } } }',
      variables: { id: region },
    }),
    () => ({
      account: often('town-kouzhen', 'district-laicheng', 'city-officer', 'helper-kouzhen'),
      query: 'mutation($id: ID!, $reason: String!) { revealMember(memberId: $id, reason: $reason) { idNumber } }',
      variables: {
        id: member.id,
        reason: draw(4) === 0 ? `核对证件 ${member.idNumber} 与卡 ${household.bankCard}` : '核对发放名单',
      },
    }),
    () => ({
      account: often('first-secretary', 'helper-kouzhen'),
      query: 'mutation($input: VisitInput!) { recordVisits(visits: [$input]) { id refusal { code } } }',
      variables: {
        input: {
          id: randomUUID(),
          householdId: one(city.households.filter((each) => each.path.startsWith(town?.path ?? ''))).id,
          visitedOn: '2018-11-02',
          met: '户主',
          content: one(['了解情况', `电话 ${household.phone}`]),
          measure: 'rain-dew-plan',
        },
      },
    }),
    () => ({
      account: often('citizen', 'village-kouzhen'),
      query:
        'mutation($id: ID!, $content: String!) { first: fileReport(regionId: $id, content: $content) { id } second: fileReport(regionId: $id, content: $content) { id } }',
      variables: { id: region, content: `反映问题，身份证 ${member.idNumber}` },
    }),
    () => ({
      account: often('citizen', 'auditor'),
      query: `mutation($id: ID!) { good: fileReport(regionId: $id, content: "反映问题") { id } bad: fileReport(regionId: "${randomUUID()}", content: "反映问题") { id } }`,
      variables: { id: region },
    }),
    () => ({
      account: often('town-kouzhen', 'district-laicheng', 'unit-health'),
      query:
        'mutation($id: ID!) { reportProgress(input: { taskId: $id, quarter: "2018Q4", percent: 40, note: "已开展" }) { id } }',
      variables: { id: one([...city.regionTasks, ...city.unitTasks]).id },
    }),
    () => ({
      account: often('inspector'),
      query:
        'mutation($id: ID!) { recordInspection(input: { regionId: $id, kind: secretVisit, visitedOn: "2018-05-04", findings: "牌子未挂" }) { id } }',
      variables: { id: region },
    }),
    () => ({
      account: often('town-kouzhen'),
      query:
        'mutation($input: ApplyDisbursementInput!, $key: String!) { applyDisbursement(input: $input, idempotencyKey: $key) { id } }',
      variables: {
        key,
        input: {
          allotmentLineId: lot,
          purpose: one(city.allotments).purpose,
          documentNumber: '口镇〔2018〕9号',
          lines: [
            { householdId: household.id, amount: one(['10.00', '99999999.00']) },
            {
              householdId: one(city.households.filter((each) => each.path.startsWith(town?.path ?? ''))).id,
              amount: '5.00',
            },
          ].slice(draw(2)),
        },
      },
    }),
    () => ({
      account: often('city-director'),
      query: 'mutation($id: ID!) { approveDisbursement(id: $id) { id } }',
      variables: { id: batch },
    }),
    () => ({
      account: often('city-finance'),
      query: 'mutation($id: ID!, $key: String!) { issuePaymentOrder(id: $id, idempotencyKey: $key) { id } }',
      variables: { id: batch, key: `${key}-order` },
    }),
    () => ({
      account: often('city-finance'),
      query: 'mutation($id: ID!, $key: String!) { payDisbursement(id: $id, idempotencyKey: $key) { id } }',
      variables: { id: batch, key },
    }),
    () => ({
      account: often('hospital-window'),
      query:
        'mutation($input: AdmitPatientInput!, $key: String!) { admitPatient(input: $input, idempotencyKey: $key) { id } }',
      variables: {
        key,
        input: { idNumber: draw(3) === 0 ? '11010519491231002X' : member.idNumber, admittedOn: '2018-05-02' },
      },
    }),
    () => ({
      account: often('town-kouzhen'),
      query:
        'mutation($id: ID!, $person: ID!) { pairHelper(householdId: $id, helperId: $person, from: "2018-12-20") { id } }',
      variables: { id: household.id, person: one(city.persons).id },
    }),
    () => ({
      account: null,
      query: 'mutation($password: String!) { signIn(account: "secadmin", password: $password) { token } }',
      variables: { password: `wrong ${member.idNumber}` },
    }),
  ];
  return one(made)();
}
