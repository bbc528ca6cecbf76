// Furnishes a world with what the loaded city lacks (inspections, lights, reports, a stay, a settlement, a batch), so that answers tell something.
import type { World } from '../harness/world';
import { openPlaces } from '../policy/places';
import { ADMIT, FEES, OUT, SETTLE } from '../subgraphs/funds-stays';

export async function furnishWorld(world: World): Promise<void> {
  const { city } = world;
  const places = await openPlaces(world);
  const citizen = await world.as('citizen');
  for (const place of ['own-village', 'zone', 'other-district'] as const)
    await citizen.get('mutation($id: ID!) { fileReport(regionId: $id, content: "反映问题") { id } }', {
      id: places[place].town,
    });
  const hospital = await world.as('hospital-window');
  const insured = city.members.filter((member) => member.insured === 'resident').slice(0, 3);
  const lines = [
    { name: '住院费', feeClass: 'a', amount: '16000.00', outOfPolicy: '0.00' },
    { name: '自费药', feeClass: 'c', amount: '4000.00', outOfPolicy: '4000.00' },
  ];
  for (const [at, { idNumber }] of insured.entries()) {
    const { admitPatient } = await hospital.get(ADMIT, {
      input: { idNumber, admittedOn: '2018-05-02' },
      key: `furnish-admit-${at}`,
    });
    if (at === 0) continue;
    await hospital.get(FEES, { id: admitPatient.id, lines });
    await hospital.get(OUT, { id: admitPatient.id, on: '2018-05-12' });
    if (at === 2) await hospital.get(SETTLE, { id: admitPatient.id, key: 'furnish-settle' });
  }
  const town = await world.as('town-kouzhen');
  const { allotments } = await town.get(
    '{ allotments(first: 50) { edges { node { lines { id purpose balance { available } } } } } }',
  );
  interface Lot {
    id: string;
    purpose: string;
    balance: { available: string };
  }
  const lots = (allotments.edges as { node: { lines: Lot[] } }[]).flatMap(({ node }) => node.lines);
  const lot = lots.find(({ balance }) => Number.parseInt(balance.available, 10) >= 100);
  const input = {
    allotmentLineId: lot?.id,
    purpose: lot?.purpose,
    documentNumber: '口政发〔2018〕9号（拟）',
    lines: [{ householdId: places['own-village'].household, amount: '88.80' }],
  };
  await town.get(
    'mutation($input: ApplyDisbursementInput!) { applyDisbursement(input: $input, idempotencyKey: "furnish-apply") { id } }',
    { input },
  );
}
