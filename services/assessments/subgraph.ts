// The parts of the assessments subgraph.
import 'reflect-metadata';
import { accessToldResolver } from '#platform/graph/access-told';
import type { SubgraphParts } from '#platform/graph/compile';
import { operationLogResolver } from '#platform/graph/operation-log';
import { regionTreeResolver } from '#platform/graph/region-tree';
import { todoResolver } from '#platform/graph/todo/todo-resolver';
import { airingsFor } from './airing/airing.loader';
import { assessmentsPacks } from './assessments-packs';
import { assessmentsTodo } from './assessments-todo';
import { checklistParts } from './checklist-parts';
import { findingParts } from './finding-parts';
import { Household } from './foreign/household';
import { Person } from './foreign/person';
import { Region } from './foreign/region';
import { Resolution } from './foreign/resolution';
import { Unit } from './foreign/unit';
import { Inspection } from './inspection/inspection.entity';
import { InspectionResolver } from './inspection/inspection.resolver';
import { inspectionParts } from './inspection-parts';
import { lightParts } from './light-parts';
import { foundAssessments } from './migrations/1700000000001-found-assessments';
import { scoresAndLights } from './migrations/1700000000002-scores-and-lights';
import { inspectionsAndReports } from './migrations/1700000000003-inspections-and-reports';
import { resolutionTasks } from './migrations/1700000000010-resolution-tasks';
import { principalInLog } from './migrations/1700000000030-principal-in-log';
import { addRowReach } from './migrations/1700000000031-row-reach';
import { addRegionMoves } from './migrations/1700000000040-region-moves';
import { addAssessmentsPacks } from './migrations/1700000000080-assessments-packs';
import { unitsSucceed } from './migrations/1700000000090-units-succeed';
import { handsApart } from './migrations/1700000000091-hands-apart';
import { reportsBeforeAClock } from './migrations/1700000000272-reports-before-a-clock';
import { deliverNotices } from './notice/deliver-notices';
import { noticeParts } from './notice-parts';
import { officeParts } from './office-parts';
import { permissions } from './permissions';
import { Progress } from './progress/progress.entity';
import { ProgressResolver } from './progress/progress.resolver';
import { UnitResult } from './progress/unit-result.entity';
import { UnitResultResolver, UnitSealedResultResolver } from './progress/unit-result.resolver';
import { refusals } from './refusals';
import { PublicReportResolver } from './report/public-report.resolver';
import { Checklist } from './task/checklist.entity';
import { FindingFormerUnitsResolver, TaskFormerUnitsResolver } from './task/former-units.resolver';
import { RegionTasksResolver, UnitTasksResolver } from './task/region-tasks.resolver';
import { Task } from './task/task.entity';
import { TaskResolver } from './task/task.resolver';
import { LightTasksResolver, ResolutionTasksResolver, TaskLinksResolver } from './task/task-links.resolver';

export const assessments: SubgraphParts = {
  name: 'assessments',
  resolvers: [
    TaskResolver,
    TaskLinksResolver,
    TaskFormerUnitsResolver,
    FindingFormerUnitsResolver,
    ResolutionTasksResolver,
    LightTasksResolver,
    RegionTasksResolver,
    UnitTasksResolver,
    ProgressResolver,
    UnitResultResolver,
    UnitSealedResultResolver,
    ...lightParts.resolvers,
    InspectionResolver,
    ...inspectionParts.resolvers,
    PublicReportResolver,
    ...officeParts.resolvers,
    ...noticeParts.resolvers,
    ...assessmentsPacks.resolvers,
    ...checklistParts.resolvers,
    ...findingParts.resolvers,
    todoResolver('assessments', { sources: assessmentsTodo, permissions }),
    operationLogResolver('assessments'),
    regionTreeResolver('assessments'),
    accessToldResolver('assessments'),
  ],
  types: [Region, Unit, Person, Resolution, Household],
  references: {
    Airing: (id, context) => airingsFor(context).airing.load(context, id),
    Region: (id) => Promise.resolve(Region.of(id)),
    Unit: (id) => Promise.resolve(Unit.of(id)),
    Resolution: (id) => Promise.resolve(Resolution.of(id)),
  },
  entities: [
    Checklist,
    Task,
    Progress,
    UnitResult,
    ...lightParts.entities,
    Inspection,
    ...inspectionParts.entities,
    ...officeParts.entities,
    ...noticeParts.entities,
    ...assessmentsPacks.entities,
    ...checklistParts.entities,
    ...findingParts.entities,
  ],
  migrations: [
    foundAssessments,
    ...lightParts.migrations,
    scoresAndLights,
    inspectionsAndReports,
    principalInLog,
    addRowReach,
    ...inspectionParts.migrations,
    addAssessmentsPacks,
    ...officeParts.migrations,
    ...noticeParts.migrations,
    ...findingParts.migrations,
    addRegionMoves,
    resolutionTasks,
    unitsSucceed,
    reportsBeforeAClock,
    handsApart,
    ...checklistParts.migrations,
  ],
  permissions,
  refusals: {
    ...refusals,
    ...lightParts.refusals,
    ...inspectionParts.refusals,
    ...findingParts.refusals,
    ...noticeParts.refusals,
  },
  errand: deliverNotices,
  files: { ...findingParts.files, ...officeParts.files },
};
