// What a look-back is asked by in the tests of households.
const CASE = 'id state category returned';
export const opens = `mutation($input: OpenLookBackInput!) { openLookBack(input: $input) { id households listHash progress { listed toCheck } } }`;
export const checks = `mutation($input: LookBackCheckInput!) { checkLookBackCase(input: $input) { ${CASE} } }`;
export const fixes = `mutation($id: ID!, $by: ID) { fixLookBackCase(caseId: $id, fix: "已按程序整改", determinationId: $by) { ${CASE} } }`;
export const rechecks = `mutation($id: ID!, $passes: Boolean!) { recheckLookBackCase(caseId: $id, passes: $passes, remark: "入户复核") { ${CASE} } }`;
export const missed = `mutation($id: ID!, $region: ID!) { addMissedCase(lookBackId: $id, regionId: $region, finding: "独居老人住危房，未建档") { ${CASE} } }`;
export const closes = `mutation($id: ID!, $late: String) { closeLookBack(id: $id, summary: "全部核查销号", lateReason: $late) { id closedAt lateReason } }`;
export const lists = `query($id: ID!, $region: ID) { lookBackCases(lookBackId: $id, regionId: $region, first: 200) { edges { node { ${CASE} household { id } } } } }`;
export const sums = `query($of: [_Any!]!, $id: ID!) { _entities(representations: $of) { ... on Region { lookBack(lookBackId: $id) { listed toCheck clean problems fixed settled byCategory { category found settled } } } } }`;
export const todo = 'query { householdsTodo(first: 200) { edges { node { kind subjectId } } } }';
