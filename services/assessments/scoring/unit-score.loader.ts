// The score of a member unit for a quarter: of the round that was published last, read in the caller's own scope.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Score } from './score.entity';

interface PublishedRound {
  id: string;
}

/** `2018Q1 <unit id>`. A round is published with its lights, which the kind `public` tells; its scores of units are not public. */
export const publishedScoreOfUnit = defineLoader<Score | null, `${string} ${string}`>(
  'published score of unit',
  () => null,
  async (rows, keys, { inScope }) => {
    const asked = keys.map((key) => key.split(' ') as [string, string]);
    const quarters = asked.map(([quarter]) => quarter);
    const rounds = await inScope.read(
      ({ query }) =>
        query<PublishedRound>(
          `select distinct on (quarter) id from assessments.light_round where quarter = any ($1::text[]) and appeal_id is null
           order by quarter, proposed_at desc, id desc`,
          [quarters],
        ),
      'public',
    );
    const tail = `where t.unit_id = any ($1::uuid[]) and t.round_id = any ($2::uuid[])`;
    const scores = await rows.select(Score, tail, [asked.map(([, id]) => id), rounds.map(({ id }) => id)]);
    return mapBy(scores, ({ quarter, unitId }) => `${quarter} ${unitId}`);
  },
);
