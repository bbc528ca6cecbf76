// An airing's table: by score, equal scores share a rank, and the same rows in any order give the same hash.
import fc from 'fast-check';
import { airingHash, changeOfRank, type SealedScore, tableOf, titleOf } from './airing.rules';

const scored = (memberId: string, score: string | null): SealedScore => ({
  memberId,
  score,
  sourceId: `${memberId}-source`,
  sourceHash: `${memberId}-hash`,
});

test('equal scores share a rank, the next rank is skipped, and who has no score has no rank and stands last', () => {
  const table = tableOf(
    [scored('d', null), scored('a', '80.00'), scored('c', '100.00'), scored('b', '80.00'), scored('e', '9.50')],
    [],
  );
  expect(table.map(({ memberId, rank }) => [memberId, rank])).toEqual([
    ['c', 1],
    ['a', 2],
    ['b', 2],
    ['e', 4],
    ['d', null],
  ]);
});

test('a change of rank is against the quarter before; a newcomer has none', () => {
  const table = tableOf(
    [scored('a', '90.00'), scored('b', '80.00'), scored('c', '70.00')],
    [scored('a', '10.00'), scored('b', '20.00')],
  );
  expect(table.map((row) => [row.memberId, row.formerRank, changeOfRank(row)])).toEqual([
    ['a', 2, 1],
    ['b', 1, -1],
    ['c', null, null],
  ]);
});

test('the order of the sources says nothing; another score, title or source changes the hash', () => {
  const arbitrary = fc.uniqueArray(fc.record({ memberId: fc.string({ minLength: 1 }), cents: fc.nat(10000) }), {
    selector: ({ memberId }) => memberId,
    minLength: 2,
    maxLength: 20,
  });
  const hash = (scores: SealedScore[]) => airingHash('2018Q1', 'towns', '表', tableOf(scores, []));
  fc.assert(
    fc.property(arbitrary, (members) => {
      const scores = members.map(({ memberId, cents }) => scored(memberId, (cents / 100).toFixed(2)));
      expect(hash([...scores].reverse())).toBe(hash(scores));
      const [first, ...rest] = scores;
      expect(hash([{ ...(first as SealedScore), sourceHash: 'other' }, ...rest])).not.toBe(hash(scores));
    }),
  );
  const table = tableOf([scored('a', '1.00')], []);
  expect(airingHash('2018Q1', 'towns', 'x', table)).not.toBe(airingHash('2018Q1', 'towns', 'y', table));
  expect(titleOf('2018Q1', 'towns')).toBe('2018 年第 1 季度镇街脱贫攻坚晾晒表');
});
