// The parts of the office's own work (扶贫办工作): its ten jobs, the bright points that it spreads, and its quarterly reports.
import { Adoption, FollowUp } from './bright-point/adoption.entity';
import { BrightPoint } from './bright-point/bright-point.entity';
import {
  AdoptionResolver,
  BrightPointResolver,
  RegionBrightPointsResolver,
} from './bright-point/bright-point.resolver';
import { addTenJobsAndBrightPoints } from './migrations/1700000000081-ten-jobs-and-bright-points';
import { addQuarterlyReports } from './migrations/1700000000094-quarterly-reports';
import { QuarterlyFigure } from './quarterly-report/quarterly-figure.entity';
import { QuarterlyReport } from './quarterly-report/quarterly-report.entity';
import { QuarterlyReportResolver, RegionQuarterlyReportResolver } from './quarterly-report/quarterly-report.resolver';
import { QuarterlySectionResolver } from './quarterly-report/quarterly-section.resolver';
import { QuarterlyText } from './quarterly-report/quarterly-text.entity';
import { quarterlyReportPage, quarterlyReportWord } from './quarterly-report-files';
import { RegionTenJobsResolver, TenJobReportResolver, TenJobResolver } from './ten-job/ten-job.resolver';
import { TenJobReport } from './ten-job/ten-job-report.entity';

export const officeParts = {
  resolvers: [
    RegionTenJobsResolver,
    TenJobReportResolver,
    BrightPointResolver,
    RegionBrightPointsResolver,
    TenJobResolver,
    AdoptionResolver,
    RegionQuarterlyReportResolver,
    QuarterlyReportResolver,
    QuarterlySectionResolver,
  ],
  entities: [TenJobReport, BrightPoint, Adoption, FollowUp, QuarterlyReport, QuarterlyText, QuarterlyFigure],
  migrations: [addTenJobsAndBrightPoints, addQuarterlyReports],
  files: { 'quarterly-report-page': quarterlyReportPage, 'quarterly-report-word': quarterlyReportWord },
};
