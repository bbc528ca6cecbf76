// People (人员) with their posts: the demo accounts, a liaison a member unit, an officer a town, and helpers for six households each.
import type { Households } from './households';
import { idOf, idStream } from './ids';
import { givenName, surname } from './names';
import { prng } from './prng';
import { readJson } from './read-input';
import { known, type Regions } from './regions';
import type { AppointmentRow, DemoAccountRow, PairingRow, PersonRow, UnitRow } from './rows';

interface DemoAccount {
  account: string;
  post: string;
  level: AppointmentRow['level'];
  region: string | null;
  unit: string | null;
  person: string;
  documentNumber: string;
  pairedHouseholds?: number;
  pairedIn?: string;
}

export interface People {
  persons: PersonRow[];
  appointments: AppointmentRow[];
  demoAccounts: DemoAccountRow[];
  pairings: PairingRow[];
  /** who helps each household, by the household's place */
  helperOf: string[];
}

const perHelper = 6;

export function demoHelper(): { account: string; code: string; households: number } {
  const found = demoAccounts().find((each) => each.pairedHouseholds);
  if (!found?.pairedIn || !found.pairedHouseholds)
    throw new Error('demo-accounts.json names no helper with pairedHouseholds and pairedIn');
  return { account: found.account, code: found.pairedIn, households: found.pairedHouseholds };
}

export function people(seed: number, regions: Regions, units: UnitRow[], households: Households): People {
  const random = prng(seed, 'people');
  const made: People = { persons: [], appointments: [], demoAccounts: [], pairings: [], helperOf: [] };
  const unitByCode = new Map(units.map((unit) => [unit.code, unit]));
  const appoint = (
    key: string,
    person: Omit<PersonRow, 'id'>,
    post: Pick<AppointmentRow, 'post' | 'level' | 'regionId' | 'documentNumber'>,
  ) => {
    const id = idOf(seed, 'person', key);
    made.persons.push({ id, ...person });
    made.appointments.push({
      id: idOf(seed, 'appointment', key),
      personId: id,
      unitId: person.unitId,
      validFrom: '2018-01-01',
      validTo: null,
      ...post,
    });
    return id;
  };
  const invented = () => `${surname(random)}${givenName(random, random.perMille(620) ? 'male' : 'female')}`;

  for (const { account, post, level, region, unit, person, documentNumber } of demoAccounts()) {
    const regionId = region === null ? null : known(regions.byKey, region).id;
    const unitId = unit === null ? null : known(unitByCode, unit).id;
    const personId = appoint(`demo/${account}`, { name: person, unitId }, { post, level, regionId, documentNumber });
    made.demoAccounts.push({ account, personId });
  }
  const taken = new Set(
    made.appointments.map((each) => `${each.post}/${each.post === 'unit-liaison' ? each.unitId : each.regionId}`),
  );
  for (const unit of units.filter((each) => each.kind === 'member-unit' && !taken.has(`unit-liaison/${each.id}`))) {
    appoint(
      `liaison/${unit.code}`,
      { name: invented(), unitId: unit.id },
      { post: 'unit-liaison', level: null, regionId: null, documentNumber: '莱扶组发〔2018〕31号（拟）' },
    );
  }
  for (const town of regions.rows.filter((each) => each.kind === 'town' && !taken.has(`town-officer/${each.id}`))) {
    const unitId = known(unitByCode, `town-${town.code}`).id;
    appoint(
      `town/${town.code}`,
      { name: invented(), unitId },
      { post: 'town-officer', level: 'town', regionId: town.id, documentNumber: '莱扶组发〔2018〕32号（拟）' },
    );
  }
  pair();
  return made;

  function pair(): void {
    const demo = demoHelper();
    const demoId = made.demoAccounts.find((each) => each.account === demo.account)?.personId ?? '';
    const demoVillage = known(regions.byKey, demo.code).id;
    const memberUnits = units.filter((unit) => unit.kind === 'member-unit');
    const nextPairing = idStream(seed, 'pairing');
    const current = new Map<string, { helperId: string; load: number; count: number }>();
    let demoLoad = 0;
    households.rows.forEach((household, at) => {
      const town = households.towns[at];
      if (!town) throw new Error(`household ${household.number} has no town`);
      let helperId = demoId;
      if (household.regionId === demoVillage && demoLoad < demo.households) demoLoad += 1;
      else {
        let slot = current.get(town.id) ?? { helperId: '', load: perHelper, count: 0 };
        if (slot.load === perHelper) {
          const unit = random.perMille(550) ? known(unitByCode, `town-${town.code}`) : random.pick(memberUnits);
          const key = `helper/${town.code}/${slot.count + 1}`;
          const id = appoint(
            key,
            { name: invented(), unitId: unit.id },
            { post: 'helper', level: null, regionId: null, documentNumber: '莱扶组发〔2018〕33号（拟）' },
          );
          slot = { helperId: id, load: 0, count: slot.count + 1 };
          current.set(town.id, slot);
        }
        slot.load += 1;
        helperId = slot.helperId;
      }
      made.helperOf.push(helperId);
      made.pairings.push({
        id: nextPairing(),
        householdId: household.id,
        helperId,
        validFrom: '2018-01-01',
        validTo: null,
      });
    });
  }
}

function demoAccounts(): DemoAccount[] {
  return readJson<{ accounts: DemoAccount[] }>('demo-accounts.json').accounts;
}
