// What the tests of projects do over and over: a village of 口镇 proposes, and a project is taken on by the hands of its pack.
import type { Caller } from '#platform/vocabulary/caller';
import type { FundsOnly } from './open-funds';

export const PROPOSE = 'mutation($i: ProposeProjectInput!) { proposeProject(input: $i) { id state number } }';
export const TAKE = `mutation($i: TakeProjectStepInput!) { takeProjectStep(input: $i) { id state inLibrary spendable approvedBudget budget progress dueOn
  nextSteps { code mine byAnother } } }`;

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
  /** The last step is dated back, as if it had been taken that many days ago: the clock is the database's. */
  const ago = (projectId: string, days: number) =>
    world.sql.query(`update funds.project set since_day = since_day - $2::int where id = $1`, [projectId, days]);
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
    await go('village-kouzhen', { step: 'post-village' });
    await go('town-kouzhen', { step: 'post-town' });
    await go('district-laicheng', { step: 'post-district' });
    if (end === 'posted') return id;
    await ago(id, 10);
    await go('district-laicheng', { step: 'approve', documentNumber: doc });
    if (end === 'in-library') return id;
    await go('city-officer', { step: 'plan', documentNumber: doc, facts: { planYear: '2018' } });
    if (end === 'in-plan') return id;
    await go('town-kouzhen', { step: 'begin', facts: { startsOn: '2018-04-02' } });
    return id;
  }
  return { proposal, propose, take, ago, agriculture, liaison, upTo };
}
