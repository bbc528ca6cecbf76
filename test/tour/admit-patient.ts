// Finds a patient in the town's register, reveals the identity number with a reason, and admits; the number is never printed.
import { codeOf } from './tour-client';
import { as, type TourGuide, YEAR } from './tour-guide';

interface Member {
  id: string;
  relation: string;
  insured: string | null;
  idNumber: string | null;
}

const PATIENTS =
  '{ households(first: 50) { edges { node { number state members { id relation insured idNumber } } } } }';
const REVEAL = 'mutation($id: ID!, $reason: String!) { revealMember(memberId: $id, reason: $reason) { idNumber } }';
const ADMIT =
  'mutation($input: AdmitPatientInput!, $key: String!) { admitPatient(input: $input, idempotencyKey: $key) { id status patient tags } }';

/** `turn` moves from tour to tour, so that no single patient uses up the caps of the year. */
export async function admitPatient(guide: TourGuide, turn: number): Promise<string | null> {
  const { record, stamp } = guide;
  const [town, hospital] = [as(guide, 'town-kouzhen'), as(guide, 'hospital-window')];
  const { households } = await town.get<{
    households: { edges: { node: { number: string; state: string; members: Member[] } }[] };
  }>(PATIENTS);
  const patients = households.edges
    .filter(({ node }) => node.state !== 'removed' && node.state !== 'lifted-policies-ended')
    .flatMap(({ node }) =>
      node.members
        .filter(({ insured }) => insured === 'resident')
        .map((member) => ({ ...member, household: node.number })),
    );
  for (let step = 0; step < Math.min(patients.length, 10); step++) {
    const member = patients[(turn + step) % patients.length];
    if (!member) break;
    const { revealMember } = await town.get<{ revealMember: { idNumber: string } }>(REVEAL, {
      id: member.id,
      reason: '导览：陪同住院办理一站式结算 · tour: hospital stay',
    });
    const number = revealMember.idNumber;
    const { errors, data } = await hospital.ask<{
      admitPatient: { id: string; status: string; patient: string; tags: string[] };
    }>(ADMIT, {
      input: { idNumber: number, admittedOn: `${YEAR}-05-07` },
      key: `${stamp}-admit-${step}`,
    });
    const code = codeOf(errors[0]);
    // Left open by somebody who did not come to the end: another patient then.
    if (code === 'SECOND_OPEN_STAY') continue;
    const admitted = data?.admitPatient;
    record.line(
      `${member.household} ${member.relation} ${member.idNumber ?? ''} → ${admitted?.patient ?? ''} ${admitted?.tags.join(', ') ?? ''}`,
    );
    record.same(
      '名单中脱敏，说明理由后可见全号 · masked in the list, whole for a reason',
      [true, 18],
      [member.idNumber?.startsWith('*') ?? false, number.length],
    );
    record.same(
      '医院办理入院，只见脱敏姓名 · the hospital admits, and sees a masked name',
      ['admitted', true, ''],
      [admitted?.status ?? '', admitted?.patient?.includes('*') ?? false, code],
    );
    const { errors: second } = await hospital.ask(ADMIT, {
      input: { idNumber: number, admittedOn: `${YEAR}-05-08` },
      key: `${stamp}-second`,
    });
    record.same('未结算前不能再次入院 · nobody is admitted twice at a time', 'SECOND_OPEN_STAY', codeOf(second[0]));
    return admitted?.id ?? null;
  }
  record.check('口镇有可入院的参保人 · the town has somebody insured to admit', false, '≥ 1', `${patients.length}`);
  return null;
}
