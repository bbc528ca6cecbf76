// Who may ask what of checklists, tasks and what is reported on them (清单、任务、进展).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, officer } from '#platform/access/rules';
import { assessor, cityOffice, director, inspector, owners, sumReaders, taskReaders } from './posts.permissions';

/** Who makes a meeting's resolutions tasks: the office of the region that met. */
const groupOffices = anyOf(
  officer('office-director', 'office-officer').at('city'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);

export const taskPermissions: PolicyTable = {
  Query: {
    task: taskReaders,
    tasks: taskReaders,
    progressReports: taskReaders,
    unitResults: anyOf(cityOffice, officer('reviewer')),
    checklists: taskReaders,
  },
  Mutation: {
    reportProgress: owners,
    taskResolution: groupOffices,
    verifyProgress: inspector,
    confirmProgress: assessor,
    returnProgress: assessor,
    sealUnitResults: director,
  },
  Region: { checklist: taskReaders, taskSummary: sumReaders, checklistScore: sumReaders },
  Unit: {
    tasks: taskReaders,
    progressSummary: anyOf(sumReaders, officer('unit-liaison')),
    checklistScore: anyOf(sumReaders, officer('unit-liaison')),
    result: anyOf(cityOffice, officer('reviewer')),
    score: anyOf(cityOffice, officer('reviewer')),
  },
  Resolution: { tasks: taskReaders },
  ...openWith(`Task TaskSummary TaskScore ChecklistScore Checklist Progress UnitResult TaskConnection TaskEdge ProgressConnection
    ProgressEdge`),
};
