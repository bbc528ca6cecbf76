// The parts of households that the register (建档立卡) is made of beyond its first load: the whole form, its changes, its years.

import { LivingResolver } from './living/living.resolver';
import { LivingConditions } from './living/living-conditions.entity';
import { addFormFacts } from './migrations/1700000000200-form-facts';

export const registerParts = {
  resolvers: [LivingResolver],
  entities: [LivingConditions],
  migrations: [addFormFacts],
};
