// The whole city (全市): Laiwu before January 2019, generated from a seed and the input files, the same every time.
import { funds } from './funds';
import { householdCounts } from './household-counts';
import { households as householdsOf } from './households';
import { type Leadership, leadership } from './leadership';
import type { AllotmentRow, BatchRow, PaymentRow, ProgressRow, RegionTaskRow, UnitTaskRow } from './money-rows';
import { nameAlike } from './namesakes';
import { payLists, payments } from './payments';
import { demoHelper, people as peopleOf } from './people';
import { type PlanRow, plansOf } from './plans';
import { progress } from './progress';
import { regions as regionsOf } from './regions';
import type {
  AppointmentRow,
  DemoAccountRow,
  HouseholdRow,
  HouseholdStateRow,
  MemberRow,
  PairingRow,
  PersonRow,
  RegionRow,
  UnitRow,
  VisitRow,
} from './rows';
import { states } from './states';
import { regionTasks, unitTasks } from './tasks';
import { units as unitsOf } from './units';
import { visitCounts, visits } from './visits';

export type * from './money-rows';
export type * from './rows';

export interface City {
  /** parents first */
  regions: RegionRow[];
  units: UnitRow[];
  persons: PersonRow[];
  appointments: AppointmentRow[];
  demoAccounts: DemoAccountRow[];
  households: HouseholdRow[];
  states: HouseholdStateRow[];
  members: MemberRow[];
  /** exactly one a household */
  pairings: PairingRow[];
  /** can be run through any number of times, the same rows each time */
  visits(): Iterable<VisitRow>;
  allotments: AllotmentRow[];
  batches: BatchRow[];
  payments(): Iterable<PaymentRow>;
  unitTasks: UnitTaskRow[];
  regionTasks: RegionTaskRow[];
  progress: ProgressRow[];
  leadership: Leadership;
  plans: PlanRow[];
}

export interface CitySize {
  households?: number;
  people?: number;
  seed?: number;
}

/** Laiwu's registered poor at the end of 2015 (dzwww.com/2016/jzfpsjb), and one year of visits and payment lines. */
const whole = { households: 16_977, people: 26_000, visits: 204_000, payments: 68_000, seed: 371_200 } as const;
/** below this, towns stay empty */
const fewest = 60;

export function generateCity(size: CitySize = {}): City {
  const { households: count = whole.households, seed = whole.seed } = size;
  if (count < fewest) throw new RangeError(`a city has at least ${fewest} households, ${count} were asked for`);
  const scaled = (total: number) => Math.round((total * count) / whole.households);
  const regions = regionsOf(seed);
  const counts = householdCounts(seed, regions, count, demoHelper());
  const register = householdsOf(seed, regions, counts, size.people ?? scaled(whole.people));
  nameAlike(register.members, register.rows);
  const units = unitsOf(seed, regions);
  const people = peopleOf(seed, regions, units, register);
  const lists = payLists(seed, register, scaled(whole.payments));
  const { allotments, batches } = funds(seed, regions, lists);
  const visited = visitCounts(seed, register, scaled(whole.visits));
  const ofUnits = unitTasks(seed, units);
  const ofRegions = regionTasks(seed, regions);
  const { persons, appointments } = people;
  const founded = { regions: regions.rows, units, persons, appointments };
  return {
    regions: regions.rows,
    units,
    persons,
    appointments,
    demoAccounts: people.demoAccounts,
    households: register.rows,
    states: states(seed, register.rows),
    members: register.members,
    pairings: people.pairings,
    visits: () => visits(seed, register, people.helperOf, visited),
    allotments,
    batches,
    payments: () => payments(seed, register, lists, batches),
    unitTasks: ofUnits,
    regionTasks: ofRegions,
    progress: progress(seed, regions, people, ofUnits, ofRegions),
    leadership: leadership(seed, founded),
    plans: plansOf(seed, { ...founded, demoAccounts: people.demoAccounts }),
  };
}
