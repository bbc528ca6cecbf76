// What a determination is asked by in the tests of households, and the days that pass between its steps.
import type { Caller } from '#platform/vocabulary/caller';
import type { HouseholdRow } from '../../data/generate/city';
import type { HouseholdsOnly } from './open-households';

type Answered = any;

const SHOWN = 'id status waitsFor { code } openObjections household { id state } questioned { id }';
const deed = (field: string, args: string, given: string) => `mutation(${args}) { ${field}(${given}) { ${SHOWN} } }`;

export const asked = {
  propose: deed('proposeDetermination', '$input: ProposeDeterminationInput!', 'input: $input'),
  identify: deed('proposeIdentification', '$input: ProposeIdentificationInput!', 'input: $input'),
  appraise: deed('appraiseDetermination', '$id: ID!, $input: AppraisalInput!', 'id: $id, input: $input'),
  review: deed('reviewDetermination', '$id: ID!', 'id: $id'),
  verify: deed('verifyDetermination', '$id: ID!, $input: VerificationInput!', 'id: $id, input: $input'),
  compare: deed('compareDetermination', '$id: ID!', 'id: $id, clean: true, remark: "车辆、工商、财政供养均无疑点"'),
  approve: deed('approveDetermination', '$id: ID!', 'id: $id, documentNumber: "莱城扶〔2018〕9号"'),
  refuse: deed('refuseDetermination', '$id: ID!', 'id: $id, reason: "不符合条件"'),
  withdraw: deed('withdrawDetermination', '$id: ID!', 'id: $id, reason: "提出有误"'),
  post: 'mutation($ids: [ID!]!) { postDeterminations(ids: $ids) { id title body fromOn untilOn lines { line head people } } }',
  announce: 'mutation($ids: [ID!]!) { announceDeterminations(ids: $ids) { id announces body } }',
  notices: 'query { publicNotices(first: 200) { edges { node { id title body lines { head } } } } }',
  object:
    'mutation($id: ID!, $line: Int!) { raiseObjection(noticeId: $id, line: $line, content: "该户家中有商品房") { id answer } }',
  answer:
    'mutation($id: ID!, $upheld: Boolean!) { answerObjection(id: $id, answer: "经核实不属实", upheld: $upheld) { id answer } }',
  check:
    'mutation($input: GuaranteeCheckInput!) { recordGuaranteeCheck(input: $input) { id verdict problems { code because { question answer known } } changes { question to } } }',
  show: 'query($id: ID!) { determination(id: $id) { status household { id } history { deed facts } } }',
};

export const vote = { heldOn: '2018-09-01', present: 30, inFavour: 28 };
export const signed = { verifiedOn: '2018-09-10', signedBy: '户主本人', acknowledged: true };
const fine = ['food', 'clothing', 'water-need', 'water-replacement', 'water-handy', 'water-quality'];
export const answers = (income = '4200.00') => [
  ...fine.map((question) => ({ question, answer: 'yes' })),
  { question: 'house-grade', answer: 'A' },
  { question: 'income', answer: income },
];

/** Steps of one world: whoever asks, the field's own answer or its code. */
export function determinationSteps(world: HouseholdsOnly) {
  const step = async (caller: Caller, query: string, variables: object): Promise<Answered> => {
    const { data, codes } = await world.ask(caller, query, variables as Record<string, unknown>);
    return codes[0] ?? Object.values(data)[0];
  };
  return {
    step,
    today: async () =>
      String((await world.sql.query(`select (now() at time zone 'Asia/Shanghai')::date::text as day`)).rows[0].day),
    /** Past the constraints: the days of a posting pass for nobody who waits. */
    async daysPass(id: string) {
      await world.sql.query(`set session_replication_role = 'replica'`);
      await world.sql.query(
        `update households.determination set posted_until = (now() at time zone 'Asia/Shanghai')::date where id = $1`,
        [id],
      );
      await world.sql.query(
        `update households.public_notice set from_on = from_on - 400, until_on = (now() at time zone 'Asia/Shanghai')::date
         where id = (select notice_id from households.determination where id = $1)`,
        [id],
      );
      await world.sql.query('reset session_replication_role');
    },
    householdIn(state: string, code: string, skip = 0): HouseholdRow {
      const of = world.city.regions.find((region) => region.code === code || region.name === code)?.path ?? '-';
      const now = new Map(
        world.city.states.filter(({ year }) => year === 2018).map((row) => [row.householdId, row.state]),
      );
      const found = world.city.households.filter(({ id, path }) => path.startsWith(of) && now.get(id) === state);
      if (!found[skip]) throw new Error(`no household of ${code} that is ${state}`);
      return found[skip];
    },
    codeOfVillage: ({ regionId }: HouseholdRow) => world.city.regions.find(({ id }) => id === regionId)?.code ?? '',
  };
}
