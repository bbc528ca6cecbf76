// The parts of organisation that the statistical divisions (统计区划) are made of.
import { Division, DivisionVintage } from './division/division.entity';
import { DivisionResolver, RegionDivisionResolver } from './division/division.resolver';
import { divisions } from './migrations/1700000000220-divisions';

export const divisionParts = {
  resolvers: [DivisionResolver, RegionDivisionResolver],
  entities: [Division, DivisionVintage],
  migrations: [divisions],
};
