// The parts of funds that settled discharges are monitored by (结算监测): rules, violations, answers, sums.
import { unitOf } from './foreign/unit';
import { monitoring } from './migrations/1700000000511-monitoring';
import {
  MonitoredMonthResolver,
  RegionMonitoringResolver,
  UnitMonitoringResolver,
} from './monitoring/monitored-month.resolver';
import { MonitoringFactsResolver } from './monitoring/monitoring-facts.resolver';
import { monitoringRefusals } from './monitoring/monitoring-refusals.rules';
import { ViolationResolver } from './monitoring/violation.resolver';

export const monitoringParts = {
  resolvers: [
    ViolationResolver,
    RegionMonitoringResolver,
    UnitMonitoringResolver,
    MonitoredMonthResolver,
    MonitoringFactsResolver,
  ],
  references: { Unit: (id: string) => Promise.resolve(unitOf(id)) },
  migrations: [monitoring],
  refusals: monitoringRefusals,
};
