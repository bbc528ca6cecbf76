// Meetings: which kind is held where, by whom recorded, and that no path lets one person record and approve.
import type { Refusal } from '#platform/vocabulary/refusal';
import { checkOwners } from '../resolution/resolution.rules';
import {
  checkApproval,
  checkConvening,
  checkDraft,
  checkHand,
  citingAirings,
  hashOfMinutes,
  type RecordedMeeting,
} from './meeting.rules';
import { MeetingKind, stateOf } from './meeting-kind.rules';

const codeOf = (run: () => void): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};
const officer = { personId: 'a', regionId: 'town' };
const recorded: RecordedMeeting = {
  regionId: 'town',
  heldOn: '2018-03-06',
  recordedBy: 'a',
  minutesBy: null,
  minutes: null,
  returnedAt: null,
  approvedAt: null,
  withdrawnAt: null,
};
const drafted = { ...recorded, minutes: '学习部署', minutesBy: 'b' };
const then = new Date('2018-03-07T00:00:00Z');

test('each kind is held at its level, by the own region, and with a leading group where it needs one', () => {
  const convene = (kind: MeetingKind, level: 'city' | 'district' | 'town', group: { foundedOn: string } | null) =>
    codeOf(() => checkConvening({ kind, region: { id: 'town', kind: level }, group, heldOn: '2018-03-06' }, officer));
  const group = { foundedOn: '2016-02-01' };
  expect(convene(MeetingKind.study, 'town', null)).toBeNull();
  expect(convene(MeetingKind.study, 'district', null)).toBe('MEETING_NOT_HELD_HERE');
  expect(convene(MeetingKind.plenary, 'city', group)).toBeNull();
  expect(convene(MeetingKind.monthly, 'town', group)).toBe('MEETING_NOT_HELD_HERE');
  expect(convene(MeetingKind.monthly, 'district', null)).toBe('NO_LEADING_GROUP');
  expect(convene(MeetingKind.monthly, 'district', { foundedOn: '2018-03-07' })).toBe('NO_LEADING_GROUP');
  const other = {
    kind: MeetingKind.study,
    region: { id: 'other', kind: 'town' as const },
    group,
    heldOn: '2018-03-06',
  };
  expect(codeOf(() => checkConvening(other, officer))).toBe('MEETING_NOT_YOURS');
});

test('minutes come after the meeting, from the region that held it', () => {
  expect(codeOf(() => checkDraft(recorded, officer, '2018-03-06'))).toBeNull();
  expect(codeOf(() => checkDraft(recorded, officer, '2018-03-05'))).toBe('MEETING_NOT_HELD_YET');
  expect(codeOf(() => checkDraft(recorded, { ...officer, regionId: 'district' }, '2018-03-06'))).toBe(
    'MEETING_NOT_YOURS',
  );
  expect(codeOf(() => checkHand({ ...drafted, approvedAt: then }, officer))).toBe('MINUTES_FROZEN');
  expect(codeOf(() => checkHand({ ...drafted, withdrawnAt: then }, officer))).toBe('MEETING_WITHDRAWN');
});

test('approval is by neither who recorded nor who drafted, once, and of minutes that wait for it', () => {
  const approve = (meeting: RecordedMeeting, personId: string) =>
    codeOf(() => checkApproval(meeting, { personId, regionId: 'district' }));
  expect(approve(drafted, 'c')).toBeNull();
  expect(approve(drafted, 'a')).toBe('MINUTES_BY_SAME_PERSON');
  expect(approve(drafted, 'b')).toBe('MINUTES_BY_SAME_PERSON');
  expect(approve(recorded, 'c')).toBe('MINUTES_NOT_DRAFTED');
  expect(approve({ ...drafted, returnedAt: then }, 'c')).toBe('MINUTES_NOT_DRAFTED');
  expect(approve({ ...drafted, approvedAt: then }, 'c')).toBe('MINUTES_FROZEN');
  expect([recorded, drafted, { ...drafted, returnedAt: then }, { ...drafted, approvedAt: then }].map(stateOf)).toEqual([
    'recorded',
    'drafted',
    'returned',
    'approved',
  ]);
});

const airing = { position: 2, title: '晾晒', airingTitle: '成员单位晾晒', airingQuarter: '2018Q1', airingHash: 'f00d' };
const report = { position: 1, title: '情况', airingTitle: null, airingQuarter: null, airingHash: null };

test('approved minutes cite each airing table by its hash, and their hash does not depend on the order of rows', () => {
  expect(citingAirings(' 会议听取情况。\n', [report, airing])).toBe(
    '会议听取情况。\n附：晾晒表《成员单位晾晒》（2018Q1），sha256:f00d',
  );
  const resolution = (position: number) => ({
    position,
    content: `第${position}项`,
    ownerUnitId: null,
    ownerRegionId: null,
    deadline: null,
  });
  const sealed = {
    meetingId: 'm',
    kind: MeetingKind.plenary,
    heldOn: '2018-03-21',
    minutesNumber: '1号',
    headcount: 41,
    minutes: '纪要',
    agenda: [report, airing],
    attendance: ['x', 'y'].map((unitId) => ({ unitId, personId: null, present: true })),
    resolutions: [resolution(1), resolution(2)],
  };
  const { agenda, attendance, resolutions } = sealed;
  const turned = { agenda: agenda.toReversed(), attendance: attendance.toReversed() };
  expect(hashOfMinutes({ ...sealed, ...turned, resolutions: resolutions.toReversed() })).toBe(hashOfMinutes(sealed));
  expect(hashOfMinutes({ ...sealed, agenda: [report, { ...airing, airingHash: 'beef' }] })).not.toBe(
    hashOfMinutes(sealed),
  );
  expect(hashOfMinutes({ ...sealed, attendance: attendance.slice(1) })).not.toBe(hashOfMinutes(sealed));
});

test('a resolution charges one owner below the meeting, with a deadline after it', () => {
  const places = new Map([
    ['unit', { kind: 'unit' as const, path: '0001/0001/' }],
    ['town', { kind: 'region' as const, path: '0001/0001/0002/' }],
    ['beside', { kind: 'region' as const, path: '0001/0002/' }],
  ]);
  const check = (owner: { ownerUnitId?: string; ownerRegionId?: string; deadline?: string }) =>
    codeOf(() =>
      checkOwners({ path: '0001/0001/', heldOn: '2018-03-21' }, [{ content: '完成排查', ...owner }], places),
    );
  expect(check({})).toBeNull();
  expect(check({ ownerUnitId: 'unit', deadline: '2018-06-30' })).toBeNull();
  expect(check({ ownerRegionId: 'town', deadline: '2018-06-30' })).toBeNull();
  expect(check({ ownerRegionId: 'beside', deadline: '2018-06-30' })).toBe('INVALID_INPUT');
  expect(check({ ownerRegionId: 'unit', deadline: '2018-06-30' })).toBe('NOT_FOUND');
  expect(check({ ownerUnitId: 'unit', ownerRegionId: 'town', deadline: '2018-06-30' })).toBe('RESOLUTION_ONE_OWNER');
  expect(check({ ownerUnitId: 'unit' })).toBe('RESOLUTION_DEADLINE');
  expect(check({ ownerUnitId: 'unit', deadline: '2018-03-21' })).toBe('RESOLUTION_DEADLINE');
  expect(check({ deadline: '2018-06-30' })).toBe('RESOLUTION_DEADLINE');
});
