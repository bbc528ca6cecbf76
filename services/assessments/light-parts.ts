// The parts of assessments that scores and lights are made of, from the closing of a quarter to the release of a light and the review of a year.
import { AnnualAddendum } from './annual-review/annual-addendum.entity';
import { annualRefusals } from './annual-review/annual-refusals.rules';
import { AnnualReview } from './annual-review/annual-review.entity';
import {
  AnnualAddendumResolver,
  AnnualReviewResolver,
  UnitAnnualReviewResolver,
} from './annual-review/annual-review.resolver';
import { LightAppeal } from './appeal/light-appeal.entity';
import { LightAppealedResolver, LightAppealResolver } from './appeal/light-appeal.resolver';
import { Light } from './light/light.entity';
import { LightResolver } from './light/light.resolver';
import { lightRefusals } from './light/light-refusals.rules';
import { LightRound } from './light/light-round.entity';
import {
  LightRoundResolver,
  RecomputationResolver,
  RegionLightResolver,
  ScoreResolver,
} from './light/region-light.resolver';
import { figuresAndGroups } from './migrations/1700000000070-figures-and-groups';
import { appealsAndReleases } from './migrations/1700000000071-appeals-and-releases';
import { annualReviews } from './migrations/1700000000072-annual-reviews';
import { publishedSums } from './migrations/1700000000098-published-sums';
import { PublishedSum } from './published-sum/published-sum.entity';
import { PublishedSumResolver, RegionPublishedSumsResolver } from './published-sum/published-sum.resolver';
import { LightRelease } from './release/light-release.entity';
import { LightReleaseResolver, ReleasedLightResolver } from './release/light-release.resolver';
import { Score } from './scoring/score.entity';
import { UnitScoreResolver } from './scoring/unit-score.resolver';

export const lightParts = {
  resolvers: [
    LightResolver,
    RegionLightResolver,
    ScoreResolver,
    LightRoundResolver,
    RecomputationResolver,
    LightAppealResolver,
    LightAppealedResolver,
    LightReleaseResolver,
    ReleasedLightResolver,
    AnnualReviewResolver,
    AnnualAddendumResolver,
    UnitAnnualReviewResolver,
    UnitScoreResolver,
    PublishedSumResolver,
    RegionPublishedSumsResolver,
  ],
  entities: [LightRound, Score, Light, LightAppeal, LightRelease, AnnualReview, AnnualAddendum, PublishedSum],
  migrations: [figuresAndGroups, appealsAndReleases, annualReviews, publishedSums],
  refusals: { ...lightRefusals, ...annualRefusals },
};
