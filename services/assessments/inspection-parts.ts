// The parts of inspections (督查): airings, procedures, open supervision and draws of secret visits.
import { Airing } from './airing/airing.entity';
import { AiringResolver } from './airing/airing.resolver';
import { AiringEntry } from './airing/airing-entry.entity';
import { AiringEntryResolver, RegionAiringResolver, UnitAiringResolver } from './airing/airing-entry.resolver';
import { airings } from './migrations/1700000000060-airings';
import { supervisions } from './migrations/1700000000061-supervisions';
import { visitDraws } from './migrations/1700000000062-visit-draws';
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
    PublicNumber,
    VisitDraw,
    VisitSample,
  ],
  migrations: [airings, supervisions, visitDraws],
};
