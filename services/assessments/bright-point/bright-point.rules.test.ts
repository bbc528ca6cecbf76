// Nobody verifies the own bright point, none is verified twice, and it is adopted elsewhere, no earlier than it was verified.
import type { Refusal } from '#platform/vocabulary/refusal';
import { checkAdoption, checkVerification } from './bright-point.rules';

const codeOf = (run: () => void) => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};

test.each([
  [null, 'a', 'b', null],
  [null, 'a', 'a', 'SAME_PERSON'],
  ['verified', 'a', 'b', 'BRIGHT_POINT_DECIDED'],
  ['returned', 'a', 'a', 'BRIGHT_POINT_DECIDED'],
])('%s, reported by %s, decided by %s: %s', (outcome, reportedBy, person, code) => {
  expect(codeOf(() => checkVerification({ outcome, reportedBy }, person))).toBe(code);
});

test.each([
  ['here', '2018-06-01', 'BRIGHT_POINT_OWN'],
  ['there', '2018-05-31', 'BRIGHT_POINT_NOT_YET'],
  ['there', '2018-06-01', null],
])('adopted %s on %s: %s', (regionId, on, code) => {
  expect(codeOf(() => checkAdoption({ regionId: 'here', verifiedOn: '2018-06-01' }, regionId, on))).toBe(code);
});
