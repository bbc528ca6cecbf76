// The parts of assessments that notices (提醒、催办) are made of.
import { notices } from './migrations/1700000000092-notices';
import { Notice } from './notice/notice.entity';
import { NoticeCountResolver, NoticeReceiptResolver, NoticeResolver } from './notice/notice.resolver';
import { noticeRefusals } from './notice/notice-refusals.rules';

export const noticeParts = {
  resolvers: [NoticeResolver, NoticeReceiptResolver, NoticeCountResolver],
  entities: [Notice],
  migrations: [notices],
  refusals: noticeRefusals,
};
