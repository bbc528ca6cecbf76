// The parts of organisation that people stationed in villages (驻村) are made of.
import { stationings } from './migrations/1700000000271-stationings';
import { StationExemption } from './station-obligation/station-exemption.entity';
import { StationExemptionResolver } from './station-obligation/station-exemption.resolver';
import {
  RegionStationObligationsResolver,
  StationingObligationsResolver,
  StationObligationResolver,
  StationObligationsResolver,
} from './station-obligation/station-obligation.resolver';
import { SiteRecord } from './stationing/site-record.entity';
import { Stationing } from './stationing/stationing.entity';
import { SiteRecordResolver, StationingResolver } from './stationing/stationing.resolver';
import { stationingRefusals } from './stationing/stationing-refusals.rules';

export const stationingParts = {
  resolvers: [
    StationingResolver,
    SiteRecordResolver,
    RegionStationObligationsResolver,
    StationObligationsResolver,
    StationObligationResolver,
    StationingObligationsResolver,
    StationExemptionResolver,
  ],
  entities: [Stationing, SiteRecord, StationExemption],
  migrations: [stationings],
  refusals: stationingRefusals,
};
