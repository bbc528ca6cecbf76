// Deeds (办理) that a client may do, each with the fields that no client may fill in.
import { randomUUID } from 'node:crypto';
import type { Answer } from '../harness/client';
import type { World } from '../harness/world';

const key = () => `key-${randomUUID()}`;
const townPath = ({ city }: World) => city.regions.find((region) => region.code === '371202100')?.path ?? '';
export const ofTown = (world: World) =>
  world.city.households.find((household) => household.path.startsWith(townPath(world)))?.id ?? '';
export const ofOtherTown = (world: World) =>
  world.city.households.find((household) => !household.path.startsWith(townPath(world)))?.id ?? '';
export const regionOf = (world: World, code: string) =>
  world.city.regions.find((region) => region.code === code)?.id ?? '';
export const lotOf = (world: World, code: string) =>
  world.city.allotments.flatMap((notice) => notice.lines).find((line) => line.regionId === regionOf(world, code))?.id ??
  '';
export const taskOf = (world: World, code: string) =>
  world.city.regionTasks.find((task) => task.regionId === regionOf(world, code))?.id ?? '';

export interface Deed {
  account: string;
  type: string;
  field: string;
  /** where the deed is not asked with one `input` alone */
  text?: string;
  input(world: World): Record<string, unknown>;
  keyed: boolean;
  extras: Record<string, unknown>;
}

export const deeds: Deed[] = [
  {
    account: 'first-secretary',
    type: 'VisitInput',
    field: 'recordVisits',
    text: 'mutation($input: VisitInput!) { recordVisits(visits: [$input]) { id refusal { code } } }',
    input: (world) => ({
      id: randomUUID(),
      householdId: ofTown(world),
      visitedOn: '2018-05-02',
      met: '户主',
      content: '了解情况',
      measure: 'rain-dew-plan',
    }),
    keyed: false,
    extras: {
      recordedBy: randomUUID(),
      helperId: randomUUID(),
      recordedAt: '2018-01-01T00:00:00Z',
      path: '0001/',
      regionId: randomUUID(),
    },
  },
  {
    account: 'town-kouzhen',
    type: 'ApplyDisbursementInput',
    field: 'applyDisbursement',
    input: (world) => ({
      allotmentLineId: lotOf(world, '371202100'),
      purpose: 'industry-support',
      documentNumber: '口镇〔2018〕9号',
      lines: [{ householdId: ofTown(world), amount: '100.00' }],
    }),
    keyed: true,
    extras: {
      state: 'paid',
      approvedBy: randomUUID(),
      total: '999999.00',
      regionId: randomUUID(),
      appliedBy: randomUUID(),
      path: '0001/',
    },
  },
  {
    account: 'town-kouzhen',
    type: 'ReportProgressInput',
    field: 'reportProgress',
    input: (world) => ({ taskId: taskOf(world, '371202100'), quarter: '2018Q3', percent: 50, note: '已开展' }),
    keyed: false,
    extras: { outcome: 'confirmed', confirmedBy: randomUUID(), reportedBy: randomUUID(), unitId: randomUUID() },
  },
  {
    account: 'city-officer',
    type: 'DraftAllotmentInput',
    field: 'draftAllotment',
    input: (world) => ({
      number: '莱财农〔2018〕99号',
      issuedOn: '2018-05-02',
      sourceLevel: 'city',
      purpose: 'industry-support',
      lines: [{ regionId: regionOf(world, '371202100'), amount: '1.00' }],
    }),
    keyed: true,
    extras: { state: 'approved', approvedBy: randomUUID(), draftedBy: randomUUID(), year: 2017 },
  },
  {
    account: 'inspector',
    type: 'RecordInspectionInput',
    field: 'recordInspection',
    input: (world) => ({
      regionId: regionOf(world, '371202100'),
      kind: 'secretVisit',
      visitedOn: '2018-05-04',
      findings: '牌子未挂',
    }),
    keyed: false,
    extras: { issuerId: randomUUID(), releasedAt: '2018-01-01T00:00:00Z', path: '0001/' },
  },
  {
    account: 'hospital-window',
    type: 'AdmitPatientInput',
    field: 'admitPatient',
    input: (world) => ({ idNumber: world.city.members[0]?.idNumber, admittedOn: '2018-05-02' }),
    keyed: true,
    extras: { hospitalId: randomUUID(), tags: ['registered-poor'], status: 'settled', memberId: randomUUID() },
  },
];

export async function doDeed(
  world: World,
  { account, type, field, text, keyed }: Deed,
  input: Record<string, unknown>,
): Promise<Answer> {
  const [declared, passed] = keyed ? [', $key: String!', ', idempotencyKey: $key'] : ['', ''];
  const mutation = text ?? `mutation($input: ${type}!${declared}) { ${field}(input: $input${passed}) { id } }`;
  return (await world.as(account)).ask(mutation, { input, ...(keyed ? { key: key() } : {}) });
}

/** An answer as bytes, with every id replaced. */
export const bytesOf = (answer: Answer) =>
  JSON.stringify(answer).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
