// The parts of households that look-backs are made of.

import { LookBack } from './look-back/look-back.entity';
import { LookBackResolver } from './look-back/look-back.resolver';
import { LookBackCase } from './look-back/look-back-case.entity';
import {
  HouseholdLookBacksResolver,
  LookBackCaseResolver,
  RegionLookBackResolver,
} from './look-back/look-back-case.resolver';
import { lookBackRefusals } from './look-back/look-back-refusals.rules';
import { addLookBacks } from './migrations/1700000000234-look-backs';
import { oneLookBackAtATime } from './migrations/1700000000271-one-look-back-at-a-time';

export const lookBackParts = {
  resolvers: [LookBackResolver, LookBackCaseResolver, RegionLookBackResolver, HouseholdLookBacksResolver],
  entities: [LookBack, LookBackCase],
  migrations: [addLookBacks, oneLookBackAtATime],
  refusals: lookBackRefusals,
};
