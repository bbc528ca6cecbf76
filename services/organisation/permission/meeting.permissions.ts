// Who may ask what of leading groups, meetings and plans (领导小组、会议、规划).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, officer, service } from '#platform/access/rules';
import { groupOffices, groupReaders, planMakers, recorders } from './posts.permissions';

const approvers = anyOf(recorders, officer('office-director').at('city'));

export const meetingPermissions: PolicyTable = {
  Query: {
    leadingGroup: groupReaders,
    leadingGroups: groupReaders,
    meeting: groupReaders,
    meetings: groupReaders,
    resolution: groupReaders,
    resolutions: groupReaders,
    resolutionForTask: service('assessments'),
    layout: anyone,
    plan: groupReaders,
    plans: groupReaders,
  },
  Mutation: {
    foundLeadingGroup: groupOffices,
    seatMember: groupOffices,
    endMembership: groupOffices,
    recordMeeting: recorders,
    putAiringOnAgenda: recorders,
    draftMinutes: recorders,
    withdrawMeeting: recorders,
    draftPlan: planMakers,
    withdrawPlan: planMakers,
    completeMilestone: planMakers,
    approvePlan: approvers,
    approveMinutes: approvers,
    returnMinutes: approvers,
  },
  Region: { leadingGroup: groupReaders, meetings: groupReaders, plan: groupReaders },
  Unit: { seats: groupReaders, plan: groupReaders },
  LayoutYear: { '*': anyone },
  Airing: { '*': anyone },
  ...openWith(`LeadingGroup LeadingGroupConnection LeadingGroupEdge GroupMember Meeting MeetingConnection MeetingEdge AgendaItem
    MeetingAttendance ResolutionConnection ResolutionEdge ResolutionForTask Plan PlanConnection PlanEdge PlanTarget
    PlanMilestone PlanProject PlanQuarter`),
};
