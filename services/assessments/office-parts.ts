// The parts of the office's own work (扶贫办工作): its ten jobs, and the bright points that it spreads.
import { Adoption, FollowUp } from './bright-point/adoption.entity';
import { BrightPoint } from './bright-point/bright-point.entity';
import { AdoptionResolver, BrightPointResolver } from './bright-point/bright-point.resolver';
import { addTenJobsAndBrightPoints } from './migrations/1700000000081-ten-jobs-and-bright-points';
import { RegionTenJobsResolver, TenJobReportResolver } from './ten-job/ten-job.resolver';
import { TenJobReport } from './ten-job/ten-job-report.entity';

export const officeParts = {
  resolvers: [RegionTenJobsResolver, TenJobReportResolver, BrightPointResolver, AdoptionResolver],
  entities: [TenJobReport, BrightPoint, Adoption, FollowUp],
  migrations: [addTenJobsAndBrightPoints],
};
