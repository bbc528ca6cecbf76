// Policies that ship are sound, say where they come from or that they are assumed, and what is wrong with one is told by its field.
import { readData } from '#platform/process/read-data';
import { weighTargets } from '../eligibility/smallest-change.rules';
import { parsePolicy, readTargets, wordsOf } from './policy-content.rules';

const shipped = readData('policies', (json) => (json as { versions: unknown[] }).versions.map(parsePolicy)).flat();
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return [(error as { code: string }).code, (error as { facts: { field: string } }).facts.field];
  }
  return ['none'];
};

test('each policy that ships has a source or says what is assumed, and somebody may be eligible', () => {
  expect(shipped.length).toBeGreaterThanOrEqual(6);
  for (const { targets } of shipped) {
    const anybody = { facts: {}, members: [{ memberId: 'm', facts: {} }] };
    const { eligible, changes } = weighTargets(targets, anybody);
    expect(eligible || changes.length > 0).toBe(true);
  }
});

test.each([
  [{ source: null, assumed: null }, 'source'],
  [{ effectiveTo: '2017-01-01' }, 'effectiveTo'],
  [{ targets: [] }, 'targets'],
  [{ targets: [{ household: [{ fact: 'age', atLeast: 60 }], member: [] }] }, 'targets.0.household'],
  [
    {
      targets: [
        {
          household: [],
          member: [
            { fact: 'sex', in: ['male'] },
            { fact: 'sex', in: ['female'] },
          ],
        },
      ],
    },
    'targets.0.member',
  ],
])('a policy with %j is refused at %s', (change, field) => {
  expect(codeOf(() => parsePolicy({ ...shipped[0], ...change }))).toEqual(['POLICY_INVALID', field]);
});

test('targets are told as JSON, and a condition is told in words', () => {
  expect(codeOf(() => readTargets('{'))[0]).toBe('POLICY_INVALID');
  expect(readTargets('[{"household":[],"member":[{"fact":"age","atLeast":60}]}]')).toHaveLength(1);
  expect(wordsOf({ fact: 'age', atLeast: 16, atMost: 59 })).toBe(
    '年龄不小于 16、不大于 59 · age at least 16, at most 59',
  );
});
