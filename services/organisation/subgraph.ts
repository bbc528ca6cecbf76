// The parts of the organisation subgraph.
import type { SubgraphParts } from '#platform/graph/compile';
import { foundOrganisation } from './migrations/1700000000001-organisation-found';
import { permissions } from './permissions';
import { refusals } from './refusals';
import { Region } from './region/region.entity';
import { regionById } from './region/region.loader';
import { RegionResolver } from './region/region.resolver';

export const organisation: SubgraphParts = {
  name: 'organisation',
  resolvers: [RegionResolver],
  types: [],
  references: {
    Region: (id, context) => regionById.load(context, id),
  },
  entities: [Region],
  migrations: [foundOrganisation],
  permissions,
  refusals,
};
