// Leading groups and meetings through the graph: recorded by one, approved by another, frozen; and who sees which of them.
import { APPROVE, asOfficer, DRAFT, minutes, RECORD } from './meeting-deeds';
import { type Desk, openDesk } from './organisation-desk';

let desk: Desk;
const HASH = 'a'.repeat(64);
const SEALED = '01890000-0000-7000-8000-0000000000aa';
beforeAll(async () => {
  desk = await openDesk({
    answer: (_name, { variables }) => ({
      airingSeal:
        variables?.id === SEALED
          ? { id: SEALED, hash: HASH, quarter: '2018Q1', title: '2018年第一季度成员单位晾晒' }
          : null,
    }),
  });
});
afterAll(() => desk?.close());

const regionNamed = (name: string) => desk.city.regions.find((region) => region.name === name)?.id ?? '';
const as = (account: string, query: string, variables?: Record<string, unknown>) =>
  asOfficer(desk, account, query, variables);
const record = (account: string, region: string, kind: string, heldOn: string, more = {}) =>
  as(account, RECORD, {
    i: { kind, regionId: regionNamed(region), title: '研究扶贫工作', heldOn, agenda: [{ title: '学习部署' }], ...more },
  });
test('groups of city, districts and zones stand with their members, and are open to officials alone', async () => {
  const groups =
    '{ leadingGroups { edges { node { name region { kind } office { name } members(on: "2018-03-01") { seat unit { code } } } } } }';
  const { data, codes } = await as('unit-health', groups);
  expect(codes).toEqual([]);
  const nodes = data.leadingGroups.edges.map((edge: { node: unknown }) => edge.node);
  expect(nodes.map((node: { region: { kind: string } }) => node.region.kind)).toEqual([
    'city',
    'district',
    'district',
    'zone',
    'zone',
    'zone',
    'zone',
  ]);
  expect(nodes[0].members).toHaveLength(41);
  expect(nodes[0].members[0]).toEqual({ seat: 'head', unit: { code: 'party-office' } });
  for (const account of ['citizen', 'helper-kouzhen', 'province-observer', 'sysadmin'])
    expect((await as(account, groups)).codes).toEqual(['FORBIDDEN']);
});

test('a seat is given and ended by the region whose group it is, and a group has one head', async () => {
  const { data } = await as('district-laicheng', '{ leadingGroups { edges { node { id name } } } }');
  const idOf = (name: string) =>
    data.leadingGroups.edges.find(({ node }: { node: { name: string } }) => node.name.startsWith(name)).node.id;
  const seat = (group: string, kind: string) =>
    as(
      'district-laicheng',
      'mutation($g: ID!, $u: ID!, $s: GroupSeat!) { seatMember(groupId: $g, unitId: $u, seat: $s, postTitle: "院长", validFrom: "2018-05-01") { id validTo } }',
      { g: idOf(group), u: desk.city.units.find(({ code }) => code === 'hospital-laicheng')?.id, s: kind },
    );
  expect((await seat('钢城区', 'member')).codes).toEqual(['GROUP_NOT_YOURS']);
  expect((await seat('莱城区', 'head')).codes).toEqual(['SEAT_TAKEN']);
  const seated = await seat('莱城区', 'member');
  expect(seated.codes).toEqual([]);
  const end = { id: seated.data.seatMember.id };
  const END = 'mutation($id: ID!) { endMembership(id: $id, on: "2018-06-01") { validTo } }';
  expect((await as('city-officer', END, end)).codes).toEqual(['GROUP_NOT_YOURS']);
  expect((await as('district-laicheng', END, end)).data.endMembership.validTo).toBe('2018-06-01');
  expect((await as('district-laicheng', END, end)).codes).toEqual(['MEMBERSHIP_ENDED']);
});

test('a town records and minutes its study, another person approves, and then nothing of it changes', async () => {
  const made = await record('town-kouzhen', '口镇', 'study', '2018-05-08');
  expect(made.codes).toEqual([]);
  const id = made.data.recordMeeting.id;
  expect((await record('town-kouzhen', '口镇', 'study', '2018-05-08')).codes).toEqual(['MEETING_RECORDED_ALREADY']);
  expect((await record('town-kouzhen', '羊里镇', 'study', '2018-05-08')).codes).toEqual(['NOT_FOUND']);
  expect((await record('district-laicheng', '口镇', 'study', '2018-05-09')).codes).toEqual(['MEETING_NOT_YOURS']);
  expect((await record('village-kouzhen', '口镇', 'study', '2018-05-09')).codes).toEqual(['FORBIDDEN']);
  expect((await as('town-kouzhen', APPROVE, { id })).codes).toEqual(['MINUTES_NOT_DRAFTED']);
  const telling = { text: '请联系老张，电话 13812345678。', resolutions: [] };
  expect((await as('town-kouzhen', DRAFT, minutes(id, telling))).codes).toEqual(['PERSONAL_NUMBER_IN_TEXT']);
  expect((await as('town-kouzhen', DRAFT, minutes(id))).data.draftMinutes.state).toBe('drafted');
  expect((await as('town-kouzhen', APPROVE, { id })).codes).toEqual(['MINUTES_BY_SAME_PERSON']);
  const RETURN = 'mutation($id: ID!) { returnMinutes(id: $id, remark: "未写明责任人") { state returnRemark } }';
  expect((await as('district-laicheng', RETURN, { id })).data.returnMinutes.state).toBe('returned');
  expect((await as('district-laicheng', APPROVE, { id })).codes).toEqual(['MINUTES_NOT_DRAFTED']);
  expect((await as('town-kouzhen', DRAFT, minutes(id))).codes).toEqual([]);
  expect((await as('district-gangcheng', APPROVE, { id })).codes).toEqual(['NOT_FOUND']);
  const approved = await as('district-laicheng', APPROVE, { id });
  expect(approved.data.approveMinutes).toMatchObject({
    state: 'approved',
    minutesHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await as('town-kouzhen', DRAFT, minutes(id))).codes).toEqual(['MINUTES_FROZEN']);
  await expect(
    desk.sql.query(`update organisation.meeting set minutes = '改' where id = $1`, [id]),
  ).rejects.toMatchObject({
    constraint: 'meeting_is_frozen',
  });
  for (const change of [
    `update organisation.agenda_item set title = '改了' where meeting_id = $1`,
    'delete from organisation.agenda_item where meeting_id = $1',
    'delete from organisation.meeting where id = $1',
  ])
    await expect(desk.sql.query(change, [id])).rejects.toMatchObject({ constraint: 'meeting_is_frozen' });
});

test('the constraint refuses one person behind minutes even in plain SQL', async () => {
  const made = await record('town-kouzhen', '口镇', 'study', '2018-05-15');
  const id = made.data.recordMeeting.id;
  await as('town-kouzhen', DRAFT, minutes(id));
  await expect(
    desk.sql.query(
      `update organisation.meeting set approved_by = recorded_by, approved_at = now(), minutes_hash = 'x' where id = $1`,
      [id],
    ),
  ).rejects.toMatchObject({ constraint: 'meeting_minutes_four_eyes' });
  const WITHDRAW = 'mutation($id: ID!) { withdrawMeeting(id: $id, reason: "误登") { state } }';
  expect((await as('town-kouzhen', WITHDRAW, { id })).data.withdrawMeeting.state).toBe('withdrawn');
  expect((await as('district-laicheng', APPROVE, { id })).codes).toEqual(['MEETING_WITHDRAWN']);
  expect((await record('town-kouzhen', '口镇', 'study', '2018-05-15')).codes).toEqual([]);
});

test('a plenary meeting invites all members, cites the airing table on its agenda, and charges a unit', async () => {
  const health = (await desk.as('unit-health')).unitId;
  expect((await record('city-officer', '莱芜市', 'study', '2018-05-16')).codes).toEqual(['MEETING_NOT_HELD_HERE']);
  const agenda = (airingId: string) => ({ agenda: [{ title: '晾晒一季度结果', airingId }] });
  const unsealed = agenda('01890000-0000-7000-8000-0000000000bb');
  expect((await record('city-officer', '莱芜市', 'plenary', '2018-05-16', unsealed)).codes).toEqual([
    'AIRING_NOT_SEALED',
  ]);
  const made = await record('city-officer', '莱芜市', 'plenary', '2018-05-16', agenda(SEALED));
  expect(made.codes).toEqual([]);
  expect(made.data.recordMeeting.attendance).toHaveLength(41);
  const id = made.data.recordMeeting.id;
  const charged = { content: '6月底前完成一站式结算全覆盖', ownerUnitId: health, deadline: '2018-06-30' };
  const number = '莱扶组纪〔2018〕9号';
  const late = minutes(id, { number, resolutions: [{ ...charged, deadline: '2018-05-16' }] });
  expect((await as('city-officer', DRAFT, late)).codes).toEqual(['RESOLUTION_DEADLINE']);
  const drafted = await as('city-officer', DRAFT, minutes(id, { number, resolutions: [charged] }));
  expect(drafted.codes).toEqual([]);
  const [resolution] = drafted.data.draftMinutes.resolutions;

  const seen = () =>
    as(
      'unit-health',
      'query($id: ID!, $r: ID!) { meeting(id: $id) { title attendance { unit { code } } } resolution(id: $r) { content meeting { id } } }',
      {
        id,
        r: resolution.id,
      },
    );
  expect((await seen()).data).toEqual({ meeting: null, resolution: null });
  const approved = await as('city-director', APPROVE, { id });
  expect(approved.data.approveMinutes.minutes).toContain(`sha256:${HASH}`);
  expect((await seen()).data).toEqual({
    meeting: { title: '研究扶贫工作', attendance: [{ unit: { code: 'health-commission' } }] },
    resolution: { content: charged.content, meeting: { id } },
  });
});

test('rows: a town sees its own meetings and what charges it, a district its own and below, others are as absent', async () => {
  const list = 'query($r: ID) { meetings(first: 200, regionId: $r) { edges { node { kind region { name } } } } }';
  const regionsSeen = async (account: string) => {
    const { data, codes } = await as(account, list);
    expect(codes).toEqual([]);
    const names: string[] = data.meetings.edges.map(
      (edge: { node: { kind: string; region: { name: string } } }) => `${edge.node.region.name}/${edge.node.kind}`,
    );
    return [...new Set(names)].sort();
  };
  // The district's meetings that a town took part in are the town's to read, and no more of them than concerns it.
  expect(await regionsSeen('town-kouzhen')).toEqual(['口镇/study', '莱城区/monthly'].sort());
  expect(await regionsSeen('unit-health')).toEqual(['莱芜市/plenary']);
  expect(await regionsSeen('village-kouzhen')).toEqual([]);
  const ofDistrict = await regionsSeen('district-gangcheng');
  expect(ofDistrict).toContain('钢城区/monthly');
  expect(ofDistrict.some((name) => name.startsWith('口镇') || name.startsWith('莱'))).toBe(false);

  const { data } = await as(
    'district-laicheng',
    '{ resolutions(first: 200) { edges { node { id ownerRegion { name } } } } }',
  );
  const all = data.resolutions.edges.map(({ node }: { node: object }) => node);
  const ofKouzhen = await as('town-kouzhen', '{ resolutions(first: 200) { edges { node { ownerRegion { name } } } } }');
  const names = ofKouzhen.data.resolutions.edges.map(
    ({ node }: { node: { ownerRegion: { name: string } } }) => node.ownerRegion.name,
  );
  expect(names).toEqual(['口镇']);
  const hidden = all.find(({ ownerRegion }: { ownerRegion: { name: string } }) => ownerRegion.name !== '口镇');
  const one = (id: string) => as('town-kouzhen', 'query($id: ID!) { resolution(id: $id) { id } }', { id });
  expect(JSON.stringify(await one(hidden.id))).toBe(JSON.stringify(await one(SEALED)));
  expect(JSON.stringify(await one(hidden.id))).toBe(JSON.stringify(await one('no id')));
});
