// Who may ask what of airings, tours, supervision, draws and inspections (晾晒、观摩、督查、抽查).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, officer, official, regionPosts } from '#platform/access/rules';
import { assessor, businessReaders, director, inspector, officials, owners, taskReaders } from './posts.permissions';

const organisers = officer('inspector', 'assessor', 'office-officer').at('city');
const inspectionReaders = anyOf(businessReaders, officer('unit-liaison'));
/** Who may be taken along on a tour, and marks what it is shown. */
const tourMembers = officer(...regionPosts, 'unit-liaison');

export const inspectionPermissions: PolicyTable = {
  Query: {
    airing: anyone,
    airings: anyone,
    tour: anyone,
    tours: anyone,
    procedures: official,
    visitDraw: businessReaders,
    visitDraws: businessReaders,
    myVisitDraws: inspector,
    publicNumbers: inspectionReaders,
    supervision: inspectionReaders,
    supervisions: inspectionReaders,
    inspection: inspectionReaders,
    inspections: inspectionReaders,
    myInspections: inspector,
  },
  Mutation: {
    draftAiring: assessor,
    sealAiring: director,
    showAiring: director,
    planTour: organisers,
    markTour: tourMembers,
    compileTour: organisers,
    sealTour: director,
    showTour: director,
    drawPeerChecks: organisers,
    recordPeerCheck: owners,
    planSupervision: organisers,
    carryOutSupervision: organisers,
    giveExpertOpinion: organisers,
    closeSupervisionRecord: organisers,
    releaseSupervision: organisers,
    recordPublicNumber: officer('office-officer', 'assessor').at('city'),
    commitVisitDraw: inspector,
    drawVisitSample: inspector,
    releaseVisitDraw: inspector,
    recordInspection: inspector,
    releaseInspection: inspector,
    requestSupervisionOrder: taskReaders,
  },
  Airing: { '*': anyone, draftedBy: officials, sealedBy: officials },
  AiringEntry: { '*': anyone },
  Tour: {
    '*': anyone,
    supervision: inspectionReaders,
    participants: inspectionReaders,
    marks: inspectionReaders,
    myMarks: inspectionReaders,
    compiledBy: officials,
    sealedBy: officials,
  },
  TourSite: { '*': anyone, subject: inspectionReaders },
  TourResult: { '*': anyone },
  ...openWith(`Inspection Procedure Supervision SupervisionConnection SupervisionEdge SupervisionSubject Bulletin ExpertOpinion
    VisitDraw VisitDrawConnection VisitDrawEdge VisitSample FrameVillage PublicNumber PublicNumberConnection
    PublicNumberEdge PeerDraw PeerAssignment TourParticipant TourMark InspectionConnection InspectionEdge`),
};
