// Who may ask what of public notices, objections and daily seals (公示公告、异议、日封存).
import type { PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, officer, signedIn } from '#platform/access/rules';
import { offices, ofHousehold, readers } from './posts.permissions';

/** 张贴公示的: those who post in their own region. */
const posters = officer('office-officer', 'district-officer', 'zone-officer', 'town-officer', 'village-clerk');

export const noticePermissions: PolicyTable = {
  Query: { fundNotices: anyone, fundNotice: anyone, dailySeals: anyone, myFundObjection: signedIn },
  Mutation: {
    requestSealFile: anyOf(officer('office-director', 'finance-officer', 'auditor').at('city'), officer('log-auditor')),
    postFundNotice: posters,
    withdrawFundNotice: posters,
    objectToFundNotice: signedIn,
    answerFundObjection: officer(
      'office-director',
      'office-officer',
      'district-officer',
      'zone-officer',
      'town-officer',
    ),
  },
  Region: { fundNotices: readers },
  Household: { noticeLines: ofHousehold },
  FundNotice: { '*': anyone, total: anyone, postedBy: signedIn, objections: readers },
  FundNoticeConnection: { '*': anyone },
  FundNoticeEdge: { '*': anyone },
  FundNoticeLine: { '*': anyone, amount: anyone, proof: anyOf(offices, officer('helper')) },
  FundNoticeLineConnection: { '*': anyone },
  FundNoticeLineEdge: { '*': anyone },
  NoticeProof: { '*': signedIn, amount: signedIn },
  DailySeal: { '*': anyone },
  DailySealConnection: { '*': anyone },
  DailySealEdge: { '*': anyone },
  NoticeProofStep: { '*': signedIn },
  FundObjection: { '*': signedIn, notice: signedIn },
};
