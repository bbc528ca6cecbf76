// Findings (问题) of spring 2018 for the demo city: two a town and two of the health line, each on its way by the table of states.
import { nextStates, type State } from '../../services/assessments/finding/finding.rules';
import type { AppointmentRow, City } from './city';
import { idOf } from './ids';
import { type Prng, prng } from './prng';

export type FindingStepName = Exclude<State, 'found'>;

/** A way through the table of states: mostly straight on, sometimes returned or held to account, and a few come back after close-out. */
function wayOf(random: Prng, steps: number): FindingStepName[] {
  const way: FindingStepName[] = [];
  let state: State = 'found';
  while (way.length < steps) {
    const exits: readonly State[] = nextStates[state];
    const on: State | undefined = exits[0];
    const aside: State | undefined = exits[1];
    const relapses = way.filter((each, at) => each === 'assigned' && at > 0).length;
    if (on === undefined || (state === 'closed' && (relapses > 0 || !random.perMille(400)))) break;
    const next: State = state === 'accountable' ? owedAfter(way) : aside && random.perMille(180) ? aside : on;
    way.push(next as FindingStepName);
    state = next;
  }
  return way;
}

/** Held to account, the unit goes on where it stood in this round. */
function owedAfter(way: readonly FindingStepName[]): State {
  const round = way.slice(way.lastIndexOf('assigned'));
  const owed = (['accepted', 'rectifying'] as const).find((step) => !round.includes(step));
  return owed ?? 'closure-requested';
}

export interface FindingRow {
  id: string;
  regionId: string;
  path: string;
  category: string;
  content: string;
  foundOn: string;
  foundBy: string;
  leadUnit: string;
  /** who of the lead unit puts it right */
  responsibleId: string;
  assignedBy: string;
  recheckedBy: string;
  closedBy: string;
  steps: readonly FindingStepName[];
}

const MOST_STEPS = 9;

const problems = [
  ['records', '扶贫手册走访记录不全，个别月份空白'],
  ['policy', '部分贫困户未享受雨露计划补助'],
  ['support', '帮扶责任人当月未入户'],
  ['funds', '项目完工后未及时公示验收结果'],
  ['identification', '民主评议会议记录缺少签名'],
] as const;
const ofHealth = [
  ['policy', '两处卫生院未张贴先诊疗后付费告知'],
  ['records', '家庭医生签约台账与实际不符'],
] as const;

type Founded = Pick<City, 'regions' | 'units' | 'appointments' | 'demoAccounts'>;

export function findings(seed: number, { regions, units, appointments, demoAccounts }: Founded): FindingRow[] {
  const account = (name: string) => {
    const found = demoAccounts.find((each) => each.account === name);
    if (!found) throw new Error(`demo-accounts.json has no ${name}`);
    return found.personId;
  };
  const hands = {
    foundBy: account('inspector'),
    assignedBy: account('city-officer'),
    recheckedBy: account('inspector'),
    closedBy: account('city-director'),
  };
  const holder = (post: string, is: (each: AppointmentRow) => boolean) =>
    appointments.find((each) => each.post === post && is(each));
  const rows: FindingRow[] = [];
  const add = (
    label: string,
    place: { id: string; path: string },
    led: AppointmentRow,
    problem: readonly [string, string],
  ) => {
    if (!led.unitId) return;
    const random = prng(seed, 'finding', label);
    rows.push({
      id: idOf(seed, 'finding', label),
      regionId: place.id,
      path: place.path,
      category: problem[0],
      content: problem[1],
      foundOn: `2018-0${random.between(3, 5)}-${String(random.between(10, 28))}`,
      ...hands,
      leadUnit: led.unitId,
      responsibleId: led.personId,
      steps: wayOf(random, random.between(0, MOST_STEPS)),
    });
  };
  for (const town of regions.filter(({ kind }) => kind === 'town')) {
    const led = holder('town-officer', ({ regionId }) => regionId === town.id);
    if (!led) continue;
    for (const at of [0, 1]) add(`${town.path}${at}`, town, led, prng(seed, 'problem', town.path, at).pick(problems));
  }
  const whole = regions.find(({ kind }) => kind === 'city');
  const health = units.find(({ code }) => code === 'health-commission');
  const liaison = holder('unit-liaison', ({ unitId }) => unitId === health?.id);
  if (whole && liaison) ofHealth.forEach((problem, at) => void add(`health${at}`, whole, liaison, problem));
  return rows;
}
