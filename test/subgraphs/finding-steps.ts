// The steps that a finding is taken through in tests, each by the demo account whose part it is.
import type { AssessmentsDesk } from './assessments-desk';

export const RECORD =
  'mutation($i: RecordFindingInput!) { recordFinding(input: $i) { id number state releasedAt weight } }';
export const LIST = '{ findings(first: 200) { edges { node { id content } } } }';
export const absent = '01890000-0000-7000-8000-000000000001';

export function findingSteps(desk: AssessmentsDesk) {
  const region = (code: string) => desk.city.regions.find((each) => each.code === code);
  const unit = (code: string) => desk.city.units.find((each) => each.code === code)?.id;
  const step = (account: string, field: string, args: string, fields = 'state') =>
    desk.ask(desk.as(account), `mutation { ${field}(${args}) { ${fields} } }`);
  const town = 'town-kouzhen';
  const plan = (id: string) =>
    step(
      town,
      'planRectification',
      `input: { id: "${id}", responsibleId: "${desk.as(town).personId}", measures: "逐户核对", plannedOn: "2998-12-31" }`,
    );
  return {
    region,
    unit,
    step,
    record: (account: string, change: object = {}) =>
      desk.ask(desk.as(account), RECORD, {
        i: {
          regionId: region('371202100')?.id,
          category: 'records',
          content: '公示栏未更新',
          foundOn: '2018-05-03',
          ...change,
        },
      }),
    assign: (id: string, lead = unit('town-371202100'), due = '2999-01-01') =>
      step('city-officer', 'assignFinding', `input: { id: "${id}", leadUnitId: "${lead}", dueOn: "${due}" }`),
    /** 签收, 整改中, 申请销号 by the town */
    async request(id: string) {
      await step(town, 'acceptFinding', `id: "${id}"`);
      await plan(id);
      return step(town, 'requestClosure', `id: "${id}", result: "已补齐"`);
    },
  };
}
