// A supervision passes its steps one after another; only the organiser and the subjects of its pack take part.
import { checkOrganiser, checkRecordable, checkStep, checkSubject, stepOf } from './supervision.rules';

const at = new Date('2018-05-03T02:00:00Z');
const planned = { carriedOutAt: null, recordedAt: null, releasedAt: null };
const carriedOut = { ...planned, carriedOutAt: at };
const recorded = { ...carriedOut, recordedAt: at };
const released = { ...recorded, releasedAt: at };
const coded = (code: string) => expect.objectContaining({ code });

test('each step follows the one before and none is taken twice or skipped', () => {
  const states = [planned, carriedOut, recorded, released];
  expect(states.map(stepOf)).toEqual(['planned', 'carried-out', 'recorded', 'released']);
  const steps = ['planned', 'carried-out', 'recorded', 'released'] as const;
  for (const [at, state] of states.entries())
    for (const [to, step] of steps.entries())
      if (to === at + 1) expect(() => checkStep(state, step)).not.toThrow();
      else expect(() => checkStep(state, step)).toThrow(coded('STEP_OUT_OF_ORDER'));
});

test('records are taken after it was carried out and before the record is closed', () => {
  expect(() => checkRecordable(carriedOut)).not.toThrow();
  for (const state of [planned, recorded, released])
    expect(() => checkRecordable(state)).toThrow(coded('STEP_OUT_OF_ORDER'));
});

test('who organises and who is inspected is the pack’s to say', () => {
  expect(() => checkOrganiser({ organiser: ['inspector'] }, 'inspector')).not.toThrow();
  expect(() => checkOrganiser({ organiser: ['inspector'] }, 'assessor')).toThrow(coded('NOT_ORGANISER'));
  expect(() => checkSubject({ inspected: ['district', 'zone', 'town'] }, 'town', '口镇')).not.toThrow();
  expect(() => checkSubject({ inspected: ['district', 'zone', 'town'] }, 'village', '某村')).toThrow(
    coded('NOT_INSPECTED_HERE'),
  );
  expect(() => checkSubject({ inspected: ['member-unit'] }, 'town', '口镇')).toThrow(coded('NOT_INSPECTED_HERE'));
});
