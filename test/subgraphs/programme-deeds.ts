// What is asked and done about programmes in tests: cases opened, taken a step on, and read.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import type { HouseholdsOnly } from './open-households';

export const key = () => `key-${randomUUID()}`;
const seen = 'id number programme state steps holds payable documentNumber dueOn';
export const OPEN = `mutation($input: OpenCaseInput!, $key: String!) { openProgrammeCase(input: $input, idempotencyKey: $key) { ${seen} } }`;
export const STEP = `mutation($input: TakeStepInput!) { takeProgrammeStep(input: $input) { ${seen} } }`;
export const CASE = `query($id: ID!) { programmeCase(id: $id) { ${seen} stateTitle facts { code title value says } conditions { fact holds source }
  history { ordinal code fromState toState documentNumber takenPost takenBy { id } } nextSteps { code posts byAnother mine } household { id } member { id } maker { id } checker { id } evidence { id } } }`;
export const CASES =
  'query($r: ID, $p: String, $s: String, $f: Int, $a: String) { programmeCases(regionId: $r, programme: $p, state: $s, first: $f, after: $a) { edges { node { id state } } pageInfo { hasNextPage endCursor } } }';
export const SUMS =
  'query($of: [_Any!]!) { _entities(representations: $of) { ... on Region { programmeSums { programme cases holding payable overdue byState { state title cases } } } } }';
export const TODO = '{ householdsTodo(first: 200) { edges { node { kind subjectId verb dueOn } } } }';

export const told = (facts: Record<string, string>) => Object.entries(facts).map(([code, value]) => ({ code, value }));

export function programmeDeeds(world: HouseholdsOnly) {
  const open = (
    caller: Caller,
    programme: string,
    householdId: string,
    facts: Record<string, string>,
    memberId?: string,
  ) => world.ask(caller, OPEN, { input: { programme, householdId, memberId, facts: told(facts) }, key: key() });
  const step = (caller: Caller, caseId: string, code: string, facts: Record<string, string> = {}, more: object = {}) =>
    world.ask(caller, STEP, { input: { caseId, step: code, facts: told(facts), ...more } });
  const waits = async (caller: Caller, caseId: string): Promise<boolean> => {
    const { data } = await world.ask(caller, TODO);
    return data.householdsTodo.edges.some(({ node }: { node: { subjectId: string } }) => node.subjectId === caseId);
  };
  /** Uploaded past the file door, as the upload would have left it. */
  const evidence = async (caller: Caller): Promise<string> => {
    const id = randomUUID();
    await world.sql.query(
      `insert into households.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values ($1, $2, 'jpeg', 10, '照片.jpg', $3, now())`,
      [id, id.replaceAll('-', '').repeat(2), caller.personId],
    );
    return id;
  };
  return { open, step, waits, evidence };
}
