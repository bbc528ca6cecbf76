// The parts of funds that public notices are made of: postings, announcements, objections, and the proof of a line.
import type { Context } from '#platform/graph/context';
import { addFundNotices } from './migrations/1700000000440-public-notices';
import { NoticeLine } from './public-notice/notice-line.entity';
import { NoticeObjection } from './public-notice/notice-objection.entity';
import {
  DisbursementNoticesResolver,
  HouseholdNoticesResolver,
  NoticeLineResolver,
  RegionNoticesResolver,
} from './public-notice/notice-places.resolver';
import { noticeRefusals } from './public-notice/notice-refusals.rules';
import { PublicNotice } from './public-notice/public-notice.entity';
import { noticeFor } from './public-notice/public-notice.loader';
import { NoticeObjectionResolver, PublicNoticeResolver } from './public-notice/public-notice.resolver';

export const noticeParts = {
  resolvers: [
    PublicNoticeResolver,
    NoticeObjectionResolver,
    DisbursementNoticesResolver,
    RegionNoticesResolver,
    HouseholdNoticesResolver,
    NoticeLineResolver,
  ],
  references: {
    FundNotice: (id: string, context: Context) => noticeFor(context, id),
  },
  entities: [PublicNotice, NoticeLine, NoticeObjection],
  migrations: [addFundNotices],
  refusals: noticeRefusals,
};
