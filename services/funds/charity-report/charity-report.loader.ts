// Reports of charity funds, and the judged years behind them, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { CharityReport } from './charity-report.entity';

export const charityReportById = defineLoader<CharityReport | null>(
  'report of a charity fund by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(CharityReport, { id: Any([...ids]) }), ({ id }) => id),
);

export const reportsOfFund = defineLoader<CharityReport[]>(
  'reports of a charity fund',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(CharityReport, 'where t.fund_id = any ($1::uuid[]) order by t.year desc, t.drafted_at desc', [
        ids,
      ]),
      ({ fundId }) => fundId,
    ),
);
