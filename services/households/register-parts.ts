// The parts of households that the register (建档立卡) is made of beyond its first load: the whole form, its changes, its years.
import { LivingConditions } from './living/living.entity';
import { LivingResolver } from './living/living.resolver';
import { addFormFacts } from './migrations/1700000000200-form-facts';

export const registerParts = {
  resolvers: [LivingResolver],
  entities: [LivingConditions],
  migrations: [addFormFacts],
};
