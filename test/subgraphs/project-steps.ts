// What the tests of projects do over and over: a village of 口镇 proposes, and a project is taken on by the hands of its pack.
import type { Caller } from '#platform/vocabulary/caller';
import { daysPass, POST } from './notice-steps';
import type { FundsOnly } from './open-funds';

export const PROPOSE = 'mutation($i: ProposeProjectInput!) { proposeProject(input: $i) { id state number } }';
export const TAKE = `mutation($i: TakeProjectStepInput!) { takeProjectStep(input: $i) { id state inLibrary spendable approvedBudget budget progress dueOn
  nextSteps { code mine byAnother } } }`;

const boards = [
  ['village-kouzhen', 'village'],
  ['town-kouzhen', 'town'],
  ['district-laicheng', 'district'],
] as const;

export interface Step {
  step: string;
  facts?: Record<string, string>;
  day?: string;
  documentNumber?: string;
  sectorUnitId?: string;
  evidenceIds?: string[];
}

export function projectSteps(world: FundsOnly) {
  const liaison = (line: string): Caller => {
    const unit = world.city.units.find((each) => each.line === line && each.kind === 'member-unit');
    const held = world.city.appointments.find(({ post, unitId }) => post === 'unit-liaison' && unitId === unit?.id);
    return world.as('unit-health', {
      personId: held?.personId ?? null,
      appointmentId: held?.id ?? null,
      unitId: unit?.id ?? null,
      line,
    });
  };
  const proposal = (more: Record<string, unknown> = {}) => ({
    regionId: world.as('village-kouzhen').regionId,
    ...{ name: '黄花菜种植示范园', type: 'planting', nature: 'new', place: '村东河滩地 60 亩' },
    ...{ startsOn: '2018-03-01', endsOn: '2018-11-30', responsibleUnit: '口镇人民政府', responsiblePerson: '秦志勇' },
    ...{ tasks: '整地 60 亩，打井两眼，建晾晒场', budgetSpecial: '100000.00', budgetIntegrated: '20000.00' },
    ...{ budgetDonated: '0.00', budgetOwn: '5000.00', households: 20, people: 41 },
    ...{ performanceTarget: '带动 20 户，户均年增收 2000 元', participation: '村民代表会议讨论通过' },
    benefitMechanism: '务工、土地流转与收益分配',
    targets: [{ kind: 'output', indicator: '种植面积', unit: '亩', target: 60 }],
    ...more,
  });
  const propose = async (more: Record<string, unknown> = {}) =>
    (await world.get(world.as('village-kouzhen'), PROPOSE, { i: proposal(more) })).proposeProject.id as string;
  const take = (who: string | Caller, projectId: string, { facts = {}, ...step }: Step) =>
    world.ask(typeof who === 'string' ? world.as(who) : who, TAKE, {
      i: { projectId, ...step, facts: Object.entries(facts).map(([code, value]) => ({ code, value })) },
    });
  const put = (who: string, projectId: string, level: string) =>
    world.ask(world.as(who), POST, {
      input: { type: 'posting', subjectKind: `project-${level}`, subjectId: projectId },
    });
  /** As if the three postings had been put up forty days ago: the clock is the database's. */
  async function daysGoBy(projectId: string): Promise<void> {
    const { rows } = await world.sql.query('select id from funds.public_notice where subject_id = $1', [projectId]);
    for (const { id } of rows) await daysPass(world.sql, id);
  }
  async function postAll(projectId: string): Promise<void> {
    for (const [who, level] of boards) {
      for (const { codes } of [await put(who, projectId, level), await take(who, projectId, { step: `post-${level}` })])
        if (codes.length > 0) throw new Error(`${level}: ${codes.join()}`);
    }
  }
  const DRAFT = 'mutation($i: DraftAnnualPlanInput!) { draftAnnualPlan(input: $i) { id total projectCount } }';
  const draftPlan = (who: string, projectIds: string[], year = 2018) =>
    world.ask(world.as(who), DRAFT, { i: { year, documentNumber: '莱城扶组发〔2018〕3号（拟）', projectIds } });
  const APPROVE_PLAN = 'mutation($id: ID!) { approveAnnualPlan(id: $id) { decidedAt approvedBy { id } } }';
  /** The annual plan of the district with one project: drafted, posted its days, approved by the city's director. */
  async function planned(projectId: string): Promise<string> {
    const { id } = (await draftPlan('district-laicheng', [projectId])).data.draftAnnualPlan;
    const input = { type: 'posting', subjectKind: 'annual-plan', subjectId: id };
    const { postFundNotice } = await world.get(world.as('district-laicheng'), POST, { input });
    await daysPass(world.sql, postFundNotice.id);
    await world.get(world.as('city-director'), APPROVE_PLAN, { id });
    return id;
  }
  const agriculture = () => liaison('agriculture');
  /** Each by its hand, as far as the library, the plan, or until work is under way. */
  async function upTo(end: 'posted' | 'in-library' | 'in-plan' | 'under-way', more: Record<string, unknown> = {}) {
    const id = await propose(more);
    const doc = '文〔2018〕1号（拟）';
    const go = async (who: string | Caller, step: Step) => {
      const { codes } = await take(who, id, step);
      if (codes.length > 0) throw new Error(`${step.step}: ${codes.join()}`);
    };
    await go('town-kouzhen', { step: 'review', documentNumber: doc, sectorUnitId: agriculture().unitId ?? '' });
    await go(agriculture(), { step: 'appraise', documentNumber: doc });
    await postAll(id);
    if (end === 'posted') return id;
    await daysGoBy(id);
    await go('district-laicheng', { step: 'approve', documentNumber: doc });
    if (end === 'in-library') return id;
    await planned(id);
    await go('city-officer', { step: 'plan', documentNumber: doc, facts: { planYear: '2018' } });
    if (end === 'in-plan') return id;
    await go('town-kouzhen', { step: 'begin', facts: { startsOn: '2018-04-02' } });
    return id;
  }
  return {
    proposal,
    propose,
    take,
    put,
    postAll,
    daysGoBy,
    draftPlan,
    APPROVE_PLAN,
    planned,
    agriculture,
    liaison,
    upTo,
  };
}
