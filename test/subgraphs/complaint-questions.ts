// What a test asks of complaints about wrong data.

export const FILE =
  'mutation($input: DataComplaintInput!) { fileDataComplaint(input: $input) { id side outcome examineDueOn answerDueOn } }';
export const FILE_OWN = 'mutation($input: OwnDataComplaintInput!) { fileOwnDataComplaint(input: $input) }';
export const EXAMINE = `mutation($id: ID!, $proposed: String) { examineDataComplaint(id: $id, finding: "核对原始表格", proposed: $proposed) {
  id finding proposed effect { tagsBefore tagsAfter paid { year paid } sums { state householdsBefore householdsAfter } visits { quarter owedBefore owedAfter light } } } }`;
export const ANSWER =
  'mutation($id: ID!, $outcome: ComplaintOutcome!) { answerDataComplaint(id: $id, outcome: $outcome, answer: "已核对并答复") { id outcome answer } }';
export const EFFECT = `query($id: ID!, $to: String!) { correctionEffect(id: $id, to: $to) { tagsBefore tagsAfter paid { year paid }
  sums { regionId state year householdsBefore householdsAfter peopleBefore peopleAfter } visits { regionId quarter owedBefore owedAfter doneBefore doneAfter light } } }`;
export const TODO = '{ householdsTodo(first: 200) { edges { node { kind subjectId dueOn } } } }';
export const MINE =
  '{ myDataComplaints { edges { node { id figure outcome answer household { id } explanation { what } } } } }';
export const EXPLAINED =
  'query($id: ID!) { dataComplaints(householdId: $id) { edges { node { figure explanation { what documentNumber by { id } } } } } }';
