// The parts of the organisation subgraph.
import 'reflect-metadata';
import type { SubgraphParts } from '#platform/graph/compile';
import { operationLogResolver } from '#platform/graph/operation-log';
import { Account } from './account/account.entity';
import { AccountResolver } from './account/account.resolver';
import { Appointment } from './appointment/appointment.entity';
import { AppointmentResolver } from './appointment/appointment.resolver';
import { Dictionary, DictionaryEntry } from './dictionary/dictionary.entity';
import { DictionaryResolver } from './dictionary/dictionary.resolver';
import { GatewayLogResolver } from './gateway-log/gateway-log.resolver';
import { GatewayRefusal } from './gateway-log/gateway-refusal.entity';
import { MeResolver } from './me/me.resolver';
import { foundOrganisation } from './migrations/1700000000001-organisation-found';
import { addAccounts } from './migrations/1700000000002-organisation-accounts';
import { addSessions } from './migrations/1700000000003-organisation-sessions';
import { permissions } from './permissions';
import { Person } from './person/person.entity';
import { personById } from './person/person.loader';
import { PersonResolver } from './person/person.resolver';
import { refusals } from './refusals';
import { Region } from './region/region.entity';
import { regionById } from './region/region.loader';
import { RegionResolver } from './region/region.resolver';
import { RegionFormer } from './region/region-former.entity';
import { Session } from './sign-in/session.entity';
import { SessionResolver } from './sign-in/session.resolver';
import { SignInResolver } from './sign-in/sign-in.resolver';
import { Unit } from './unit/unit.entity';
import { unitById } from './unit/unit.loader';
import { UnitResolver } from './unit/unit.resolver';

export const organisation: SubgraphParts = {
  name: 'organisation',
  resolvers: [
    RegionResolver,
    UnitResolver,
    PersonResolver,
    AppointmentResolver,
    AccountResolver,
    DictionaryResolver,
    SignInResolver,
    SessionResolver,
    MeResolver,
    GatewayLogResolver,
    operationLogResolver('organisation'),
  ],
  types: [],
  references: {
    Region: (id, context) => regionById.load(context, id),
    Unit: (id, context) => unitById.load(context, id),
    Person: (id, context) => personById.load(context, id),
  },
  entities: [
    Region,
    RegionFormer,
    Unit,
    Person,
    Appointment,
    Account,
    Session,
    Dictionary,
    DictionaryEntry,
    GatewayRefusal,
  ],
  migrations: [foundOrganisation, addAccounts, addSessions],
  permissions,
  refusals,
};
