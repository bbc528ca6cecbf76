// The parts of inspections (督查): airings, procedures, open supervision with tours and mutual checks, and draws of secret visits.
import { Airing } from './airing/airing.entity';
import { AiringResolver } from './airing/airing.resolver';
import { AiringEntry } from './airing/airing-entry.entity';
import { AiringEntryResolver, RegionAiringResolver, UnitAiringResolver } from './airing/airing-entry.resolver';
import { airings } from './migrations/1700000000060-airings';
import { supervisions } from './migrations/1700000000061-supervisions';
import { visitDraws } from './migrations/1700000000062-visit-draws';
import { tours } from './migrations/1700000000096-tours';
import { peerChecks } from './migrations/1700000000097-peer-checks';
import { PeerAssignment } from './peer-check/peer-assignment.entity';
import { PeerAssignmentResolver, PeerDrawResolver } from './peer-check/peer-check.resolver';
import { PeerDraw } from './peer-check/peer-draw.entity';
import { ProcedureResolver } from './procedure/procedure.resolver';
import { PublicNumber } from './secret-visit/public-number.entity';
import { VisitDraw } from './secret-visit/visit-draw.entity';
import { VisitDrawResolver } from './secret-visit/visit-draw.resolver';
import { VisitDrawFieldsResolver, VisitSampleResolver } from './secret-visit/visit-draw-fields.resolver';
import { VisitSample } from './secret-visit/visit-sample.entity';
import { Bulletin } from './supervision/bulletin.entity';
import { ExpertOpinion } from './supervision/expert-opinion.entity';
import { Supervision } from './supervision/supervision.entity';
import { SupervisionResolver } from './supervision/supervision.resolver';
import { SupervisionFieldsResolver, SupervisionSubjectResolver } from './supervision/supervision-fields.resolver';
import { SupervisionSubject } from './supervision/supervision-subject.entity';
import { Tour } from './tour/tour.entity';
import { TourResolver } from './tour/tour.resolver';
import { TourMarkResolver, TourParticipantResolver, TourSiteResolver } from './tour/tour-fields.resolver';
import { TourMark } from './tour/tour-mark.entity';
import { TourParticipant } from './tour/tour-participant.entity';
import { tourRefusals } from './tour/tour-refusals.rules';
import { TourResult } from './tour/tour-result.entity';
import { TourSite } from './tour/tour-site.entity';

export const inspectionParts = {
  resolvers: [
    AiringResolver,
    AiringEntryResolver,
    RegionAiringResolver,
    UnitAiringResolver,
    ProcedureResolver,
    SupervisionResolver,
    SupervisionFieldsResolver,
    SupervisionSubjectResolver,
    TourResolver,
    TourSiteResolver,
    TourParticipantResolver,
    TourMarkResolver,
    PeerDrawResolver,
    PeerAssignmentResolver,
    VisitDrawResolver,
    VisitDrawFieldsResolver,
    VisitSampleResolver,
  ],
  entities: [
    Airing,
    AiringEntry,
    Supervision,
    SupervisionSubject,
    Bulletin,
    ExpertOpinion,
    Tour,
    TourSite,
    TourParticipant,
    TourMark,
    TourResult,
    PeerDraw,
    PeerAssignment,
    PublicNumber,
    VisitDraw,
    VisitSample,
  ],
  migrations: [airings, supervisions, visitDraws, tours, peerChecks],
  refusals: tourRefusals,
};
