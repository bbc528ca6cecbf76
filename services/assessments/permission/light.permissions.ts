// Who may ask what of scores, lights, annual reviews and published sums (评分、亮灯、年度评议、公布合计数).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, officer } from '#platform/access/rules';
import {
  assessor,
  businessReaders,
  cityOffice,
  director,
  litOfficer,
  officials,
  taskReaders,
} from './posts.permissions';

export const lightPermissions: PolicyTable = {
  Query: {
    lights: anyone,
    lightRound: cityOffice,
    recomputeLight: officials,
    publishedSums: officials,
    lightAppeals: businessReaders,
    annualReviews: anyOf(cityOffice, officer('reviewer')),
  },
  Mutation: {
    proposeLights: assessor,
    confirmLights: director,
    appealLight: litOfficer,
    compileAnnualReviews: assessor,
    acknowledgeAnnualReview: officer('reviewer'),
    writeAnnualAddendum: assessor,
    signAnnualAddendum: director,
    decideAppeal: officer('office-director', 'office-officer', 'assessor').at('city'),
    recordConsequence: officer('office-director', 'office-officer').at('city'),
    askRelease: litOfficer,
    releaseLight: director,
  },
  Region: { publishedSums: officials },
  Unit: { annualReview: anyOf(cityOffice, officer('reviewer')) },
  Light: {
    '*': anyone,
    tasks: taskReaders,
    proposedBy: officials,
    confirmedBy: officials,
    appeal: businessReaders,
    releases: businessReaders,
  },
  LightConsequence: { '*': anyone },
  LightReason: { '*': anyone },
  Score: { '*': anyone, drawnBy: officials },
  ScoreNode: { '*': anyone },
  ScoreFigures: { '*': anyone },
  ScoreRowsQuestion: { '*': anyone },
  ScoreSource: { '*': anyone },
  ...openWith(`AnnualReview AnnualAddendum LightAppeal LightRelease Recomputation PublishedSum PublishedSumConnection
    PublishedSumEdge LightRound LightAppealConnection LightAppealEdge`),
};
