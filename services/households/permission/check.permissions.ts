// Who may ask what of duplicates, comparisons and complaints (重复、比对、数据有误).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { officer, regionPosts, signedIn } from '#platform/access/rules';
import { caringOrAuditor, exempting } from './posts.permissions';

/** Whoever may be the nearest superior of two households. */
const superiors = officer('office-director', 'office-officer', 'district-officer', 'zone-officer', 'town-officer');
const superiorsOrAuditor = officer(
  'office-director',
  'office-officer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'auditor',
);
/** A complaint about data is answered by a third person, up to the director. */
const answering = officer('office-director', 'district-officer', 'zone-officer', 'town-officer');

export const checkPermissions: PolicyTable = {
  // Read by whoever was given the object: its root field and its rows decide.
  ...openWith(
    `Duplicate DuplicateConnection DuplicateEdge MemberCheck MemberCheckConnection MemberCheckEdge Comparison ComparisonConnection ComparisonEdge ComparisonMatchConnection ComparisonMatchEdge DataComplaintConnection DataComplaintEdge FigureStep CorrectionEffect SumEffect VisitEffect PaidEffect`,
  ),
  Query: {
    duplicates: superiorsOrAuditor,
    memberChecks: superiorsOrAuditor,
    comparisons: superiorsOrAuditor,
    dataComplaints: caringOrAuditor,
    myDataComplaints: signedIn,
    correctionEffect: answering,
    comparisonMatches: superiorsOrAuditor,
  },
  Mutation: {
    decideDuplicate: superiors,
    fileDataComplaint: officer('town-officer', 'village-clerk', 'first-secretary', 'helper'),
    fileOwnDataComplaint: signedIn,
    examineDataComplaint: exempting,
    answerDataComplaint: answering,
    submitComparison: officer('office-officer', 'district-officer', 'zone-officer'),
    verifyComparisonMatch: officer('town-officer'),
    returnComparisonMatch: exempting,
    closeComparisonMatch: exempting,
    answerMemberCheck: officer('town-officer'),
  },
  Member: { duplicates: superiorsOrAuditor },
  Region: { dibaoComparison: officer(...regionPosts, 'auditor', 'observer') },
  DibaoComparison: {
    '*': signedIn,
    monthly: signedIn,
  },
  ComparisonMatch: {
    '*': signedIn,
    fact: exempting,
  },
  DataComplaint: {
    '*': signedIn,
    proposed: caringOrAuditor,
    effect: superiorsOrAuditor,
    explanation: caringOrAuditor,
    finding: caringOrAuditor,
    filedBy: caringOrAuditor,
    examinedBy: caringOrAuditor,
    answeredBy: caringOrAuditor,
  },
};
