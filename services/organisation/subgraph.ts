// The parts of the organisation subgraph.
import 'reflect-metadata';
import type { SubgraphParts } from '#platform/graph/compile';
import { operationLogResolver } from '#platform/graph/operation-log';
import { todoResolver } from '#platform/graph/todo/todo-resolver';
import { AccessResolver } from './access/access.resolver';
import { Account } from './account/account.entity';
import { AccountResolver } from './account/account.resolver';
import { ReleaseResolver } from './account/release.resolver';
import { Appointment } from './appointment/appointment.entity';
import { AppointmentResolver } from './appointment/appointment.resolver';
import { Delegation } from './delegation/delegation.entity';
import { DelegationResolver } from './delegation/delegation.resolver';
import { delegationRefusals } from './delegation/delegation-refusals.rules';
import { Dictionary, DictionaryEntry } from './dictionary/dictionary.entity';
import { DictionaryResolver } from './dictionary/dictionary.resolver';
import { divisionParts } from './division-parts';
import { GatewayLogResolver } from './gateway-log/gateway-log.resolver';
import { GatewayRefusal } from './gateway-log/gateway-refusal.entity';
import { GroupMember } from './leading-group/group-member.entity';
import { LeadingGroup } from './leading-group/leading-group.entity';
import {
  GroupMemberResolver,
  LeadingGroupResolver,
  RegionLeadingGroupResolver,
  UnitSeatsResolver,
} from './leading-group/leading-group.resolver';
import { LetterResolver, RegionLettersResolver } from './letter/letter.resolver';
import { letterRefusals } from './letter/letter-refusals.rules';
import { LetterScoreResolver } from './letter/letter-score.resolver';
import { ResponsibilityLetter } from './letter/responsibility-letter.entity';
import { MeResolver } from './me/me.resolver';
import { AgendaItem } from './meeting/agenda-item.entity';
import { Meeting } from './meeting/meeting.entity';
import { meetingById } from './meeting/meeting.loader';
import { MeetingResolver, RegionMeetingsResolver } from './meeting/meeting.resolver';
import { MeetingAttendance } from './meeting/meeting-attendance.entity';
import { AgendaItemResolver, MeetingAttendanceResolver } from './meeting/meeting-parts.resolver';
import { dutyRefusals } from './meeting-obligation/duty-refusals.rules';
import { MeetingExemption } from './meeting-obligation/meeting-exemption.entity';
import { MeetingExemptionResolver } from './meeting-obligation/meeting-exemption.resolver';
import {
  MeetingObligationResolver,
  MeetingObligationsResolver,
  RegionMeetingObligationsResolver,
} from './meeting-obligation/meeting-obligation.resolver';
import { foundOrganisation } from './migrations/1700000000001-organisation-found';
import { addAccounts } from './migrations/1700000000002-organisation-accounts';
import { addSessions } from './migrations/1700000000003-organisation-sessions';
import { leadingGroups } from './migrations/1700000000010-leading-groups';
import { responsibilityLetters } from './migrations/1700000000020-responsibility-letters';
import { outingsAndExemptions } from './migrations/1700000000021-outings-and-exemptions';
import { letterHands } from './migrations/1700000000022-letter-hands';
import { addDelegations } from './migrations/1700000000030-organisation-delegations';
import { addRowReach } from './migrations/1700000000031-row-reach';
import { addRegionChanges } from './migrations/1700000000040-region-changes';
import { addUnitChanges } from './migrations/1700000000090-unit-changes';
import { addOrganisationPacks } from './migrations/1700000000260-organisation-packs';
import { organisationPacks } from './organisation-packs';
import { organisationTodo } from './organisation-todo';
import { Outing } from './outing/outing.entity';
import { OutingResolver, RegionOutingsResolver } from './outing/outing.resolver';
import { permissions } from './permissions';
import { Person } from './person/person.entity';
import { personById } from './person/person.loader';
import { PersonResolver } from './person/person.resolver';
import { planParts } from './plan-parts';
import { refusals } from './refusals';
import { Region } from './region/region.entity';
import { regionById } from './region/region.loader';
import { RegionResolver } from './region/region.resolver';
import { RegionFormer } from './region/region-former.entity';
import { RegionChange } from './region-change/region-change.entity';
import { RegionChangeResolver } from './region-change/region-change.resolver';
import { Resolution } from './resolution/resolution.entity';
import { resolutionById } from './resolution/resolution.loader';
import { ResolutionResolver } from './resolution/resolution.resolver';
import { Session } from './sign-in/session.entity';
import { SessionResolver } from './sign-in/session.resolver';
import { SignInResolver } from './sign-in/sign-in.resolver';
import { stationingParts } from './stationing-parts';
import { Unit } from './unit/unit.entity';
import { unitById } from './unit/unit.loader';
import { UnitResolver } from './unit/unit.resolver';
import { UnitFormer } from './unit/unit-former.entity';
import { UnitChange } from './unit-change/unit-change.entity';
import { UnitChangeResolver } from './unit-change/unit-change.resolver';
import { unitChangeRefusals } from './unit-change/unit-change-refusals.rules';

export const organisation: SubgraphParts = {
  name: 'organisation',
  resolvers: [
    RegionResolver,
    RegionChangeResolver,
    UnitResolver,
    UnitChangeResolver,
    PersonResolver,
    AppointmentResolver,
    AccountResolver,
    ReleaseResolver,
    DelegationResolver,
    AccessResolver,
    DictionaryResolver,
    SignInResolver,
    SessionResolver,
    MeResolver,
    GatewayLogResolver,
    LeadingGroupResolver,
    GroupMemberResolver,
    RegionLeadingGroupResolver,
    UnitSeatsResolver,
    MeetingResolver,
    RegionMeetingsResolver,
    AgendaItemResolver,
    MeetingAttendanceResolver,
    ResolutionResolver,
    ...planParts.resolvers,
    LetterResolver,
    RegionLettersResolver,
    LetterScoreResolver,
    RegionMeetingObligationsResolver,
    MeetingObligationsResolver,
    MeetingObligationResolver,
    MeetingExemptionResolver,
    OutingResolver,
    RegionOutingsResolver,
    ...organisationPacks.resolvers,
    ...stationingParts.resolvers,
    todoResolver('organisation', { sources: organisationTodo, permissions }),
    operationLogResolver('organisation'),
    ...divisionParts.resolvers,
  ],
  types: [],
  references: {
    Region: (id, context) => regionById.load(context, id),
    Unit: (id, context) => unitById.load(context, id),
    Person: (id, context) => personById.load(context, id),
    Meeting: (id, context) => meetingById.load(context, id),
    Resolution: (id, context) => resolutionById.load(context, id),
  },
  entities: [
    Region,
    RegionFormer,
    RegionChange,
    Unit,
    UnitFormer,
    UnitChange,
    Person,
    Appointment,
    Delegation,
    Account,
    Session,
    Dictionary,
    DictionaryEntry,
    GatewayRefusal,
    LeadingGroup,
    GroupMember,
    Meeting,
    AgendaItem,
    MeetingAttendance,
    Resolution,
    ...planParts.entities,
    ResponsibilityLetter,
    MeetingExemption,
    Outing,
    ...stationingParts.entities,
    ...divisionParts.entities,
    ...organisationPacks.entities,
  ],
  migrations: [
    foundOrganisation,
    addAccounts,
    addSessions,
    leadingGroups,
    ...planParts.migrations,
    responsibilityLetters,
    outingsAndExemptions,
    letterHands,
    addRegionChanges,
    addDelegations,
    addRowReach,
    addUnitChanges,
    ...stationingParts.migrations,
    ...divisionParts.migrations,
    addOrganisationPacks,
  ],
  permissions,
  refusals: {
    ...refusals,
    ...delegationRefusals,
    ...letterRefusals,
    ...dutyRefusals,
    ...planParts.refusals,
    ...unitChangeRefusals,
    ...stationingParts.refusals,
  },
  files: planParts.files,
};
