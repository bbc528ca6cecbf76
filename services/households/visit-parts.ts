// The parts of households that visits are made of: told in batches, with photos, flagged where they are odd.
import { visitsFromPhones } from './migrations/1700000000240-visits-from-phones';
import { Visit } from './visit/visit.entity';
import {
  HouseholdVisitsResolver,
  PersonVisitFlagsResolver,
  RegionVisitFlagsResolver,
  RegionVisitsResolver,
  VisitFlagResolver,
  VisitOutcomeResolver,
  VisitResolver,
} from './visit/visit.resolver';

export const visitParts = {
  resolvers: [
    VisitResolver,
    VisitOutcomeResolver,
    VisitFlagResolver,
    HouseholdVisitsResolver,
    RegionVisitsResolver,
    RegionVisitFlagsResolver,
    PersonVisitFlagsResolver,
  ],
  entities: [Visit],
  migrations: [visitsFromPhones],
};
