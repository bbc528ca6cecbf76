// Incomes (家庭收入) of the demo town's households: 2017 told by the helper and confirmed by the town, some of 2018 waiting for the town.
import type { City } from './city';
import { idStream } from './ids';
import { prng } from './prng';
import type { HouseholdRow } from './rows';

const seed = 3712;
const TOWN = '口镇';
/** Of the year that waits there are so many, so that a to-do list has something and not everything. */
const WAITING = 6;

export interface IncomeRow {
  id: string;
  household: HouseholdRow;
  year: number;
  fen: { wages: number; business: number; property: number; transfers: number; productionCost: number };
  members: number;
  perHead: number;
  enteredBy: string;
  enteredAt: string;
  checkedBy: string | null;
  checkedAt: string | null;
}

export function incomesOf(city: City): IncomeRow[] {
  const town = city.regions.find(({ kind, name }) => kind === 'town' && name === TOWN);
  const officer = city.appointments.find(({ post, regionId }) => post === 'town-officer' && regionId === town?.id);
  if (!town || !officer) return [];
  const nextId = idStream(seed, 'income');
  const helperOf = new Map(city.pairings.map(({ householdId, helperId }) => [householdId, helperId]));
  const sizes = new Map<string, number>();
  for (const { householdId } of city.members) sizes.set(householdId, (sizes.get(householdId) ?? 0) + 1);
  const inTown = city.households.filter(
    ({ path, id }) => path.startsWith(town.path) && helperOf.get(id) !== officer.personId,
  );
  const row = (household: HouseholdRow, year: number, waits: boolean): IncomeRow => {
    const members = sizes.get(household.id) ?? 1;
    const fen = incomeFor(household.id, year, members);
    const net = fen.wages + fen.business + fen.property + fen.transfers - fen.productionCost;
    const enteredBy = helperOf.get(household.id) ?? officer.personId;
    return {
      id: nextId(),
      household,
      year,
      fen,
      members,
      perHead: Math.floor((2 * net + members) / (2 * members)),
      enteredBy,
      enteredAt: `${year}-10-20T10:00:00+08:00`,
      checkedBy: waits ? null : officer.personId,
      checkedAt: waits ? null : `${year}-11-10T10:00:00+08:00`,
    };
  };
  return [
    ...inTown.filter(({ id }) => helperOf.has(id)).map((household) => row(household, 2017, false)),
    ...inTown.slice(0, WAITING).map((household) => row(household, 2018, true)),
  ];
}

/** Yuan in whole tens; most are above the line of 3,527 a head, some are not (assumed). */
function incomeFor(householdId: string, year: number, members: number): IncomeRow['fen'] {
  const random = prng(seed, 'income', householdId, year);
  const tens = (low: number, high: number) => random.between(low, high) * 1000;
  const works = random.perMille(450);
  return {
    wages: works ? tens(200, 900) * members : 0,
    business: tens(60, 260) * members,
    property: random.perMille(300) ? tens(5, 40) : 0,
    transfers: tens(130, 330) * members,
    productionCost: tens(10, 90) * members,
  };
}
