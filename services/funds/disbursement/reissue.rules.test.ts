// Re-issued is what came back and is open, of batches that were paid; never what was recovered.
import { type CameBack, checkReissue, openOf } from './reissue.rules';

const line = (lineId: string, more: Partial<CameBack> = {}): CameBack => ({
  ...{ lineId, householdId: `of ${lineId}`, returned: 100n, reissued: 0n, recovered: false },
  ...more,
});

test('each household gets what is open of its line; what is recovered, re-issued or not asked for is left out', () => {
  const lines = [
    line('a', { reissued: 30n }),
    line('b', { reissued: 100n }),
    line('c', { recovered: true }),
    line('d', { returned: 0n }),
    line('e'),
  ];
  const a = { householdId: 'of a', amount: 70n };
  expect(openOf(lines, null)).toEqual([a, { householdId: 'of e', amount: 100n }]);
  expect(openOf(lines, ['a', 'b', 'c'])).toEqual([a]);
  expect(openOf(lines, [])).toEqual([]);
});

test('only of a batch that was paid, and only when something is open', () => {
  expect(() => checkReissue('part-returned', [1])).not.toThrow();
  expect(() => checkReissue('returned', [])).toThrow(expect.objectContaining({ code: 'NOTHING_TO_REISSUE' }));
  for (const state of ['applied', 'approved', 'ordered', 'rejected', 'withdrawn'] as const)
    expect(() => checkReissue(state, [1])).toThrow(expect.objectContaining({ code: 'DISBURSEMENT_STATE' }));
});
