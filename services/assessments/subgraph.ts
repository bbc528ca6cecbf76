// The parts of the assessments subgraph.
import 'reflect-metadata';
import type { SubgraphParts } from '#platform/graph/compile';
import { operationLogResolver } from '#platform/graph/operation-log';
import { Airing } from './airing/airing.entity';
import { airingsFor } from './airing/airing.loader';
import { AiringResolver } from './airing/airing.resolver';
import { AiringEntry } from './airing/airing-entry.entity';
import { AiringEntryResolver, RegionAiringResolver, UnitAiringResolver } from './airing/airing-entry.resolver';
import { assessmentsPacks } from './assessments-packs';
import { Finding } from './finding/finding.entity';
import { FindingResolver, FindingStepResolver } from './finding/finding.resolver';
import { FindingStep } from './finding/finding-step.entity';
import { FindingStepsResolver } from './finding/finding-steps.resolver';
import { RegionFindingsResolver, UnitFindingsResolver } from './finding/region-findings.resolver';
import { Person } from './foreign/person';
import { Region } from './foreign/region';
import { Unit } from './foreign/unit';
import { Inspection } from './inspection/inspection.entity';
import { InspectionResolver } from './inspection/inspection.resolver';
import { Light } from './light/light.entity';
import { LightResolver } from './light/light.resolver';
import { LightRound } from './light/light-round.entity';
import { LightRoundResolver, RegionLightResolver, ScoreResolver } from './light/region-light.resolver';
import { foundAssessments } from './migrations/1700000000001-found-assessments';
import { scoresAndLights } from './migrations/1700000000002-scores-and-lights';
import { inspectionsAndReports } from './migrations/1700000000003-inspections-and-reports';
import { findings } from './migrations/1700000000050-findings';
import { airings } from './migrations/1700000000060-airings';
import { supervisions } from './migrations/1700000000061-supervisions';
import { addAssessmentsPacks } from './migrations/1700000000080-assessments-packs';
import { permissions } from './permissions';
import { ProcedureResolver } from './procedure/procedure.resolver';
import { Progress } from './progress/progress.entity';
import { ProgressResolver } from './progress/progress.resolver';
import { UnitResult } from './progress/unit-result.entity';
import { UnitResultResolver, UnitSealedResultResolver } from './progress/unit-result.resolver';
import { refusals } from './refusals';
import { PublicReportResolver } from './report/public-report.resolver';
import { Score } from './scoring/score.entity';
import { Bulletin } from './supervision/bulletin.entity';
import { ExpertOpinion } from './supervision/expert-opinion.entity';
import { Supervision } from './supervision/supervision.entity';
import { SupervisionResolver } from './supervision/supervision.resolver';
import { SupervisionFieldsResolver, SupervisionSubjectResolver } from './supervision/supervision-fields.resolver';
import { SupervisionSubject } from './supervision/supervision-subject.entity';
import { Checklist } from './task/checklist.entity';
import { RegionTasksResolver, UnitTasksResolver } from './task/region-tasks.resolver';
import { Task } from './task/task.entity';
import { TaskResolver } from './task/task.resolver';

export const assessments: SubgraphParts = {
  name: 'assessments',
  resolvers: [
    TaskResolver,
    RegionTasksResolver,
    UnitTasksResolver,
    ProgressResolver,
    UnitResultResolver,
    UnitSealedResultResolver,
    LightResolver,
    RegionLightResolver,
    ScoreResolver,
    LightRoundResolver,
    InspectionResolver,
    AiringResolver,
    AiringEntryResolver,
    RegionAiringResolver,
    UnitAiringResolver,
    ProcedureResolver,
    SupervisionResolver,
    SupervisionFieldsResolver,
    SupervisionSubjectResolver,
    PublicReportResolver,
    ...assessmentsPacks.resolvers,
    FindingResolver,
    FindingStepResolver,
    FindingStepsResolver,
    RegionFindingsResolver,
    UnitFindingsResolver,
    operationLogResolver('assessments'),
  ],
  types: [Region, Unit, Person],
  references: {
    Airing: (id, context) => airingsFor(context).airing.load(context, id),
    Region: (id) => Promise.resolve(Region.of(id)),
    Unit: (id) => Promise.resolve(Unit.of(id)),
  },
  entities: [
    Checklist,
    Task,
    Progress,
    UnitResult,
    LightRound,
    Score,
    Light,
    Inspection,
    Airing,
    AiringEntry,
    Supervision,
    SupervisionSubject,
    Bulletin,
    ExpertOpinion,
    ...assessmentsPacks.entities,
    Finding,
    FindingStep,
  ],
  migrations: [foundAssessments, scoresAndLights, inspectionsAndReports, airings, addAssessmentsPacks, findings],
  migrations: [foundAssessments, scoresAndLights, inspectionsAndReports, airings, supervisions, addAssessmentsPacks],
  permissions,
  refusals,
};
