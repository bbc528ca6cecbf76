// The parts of assessments that notices (提醒、催办) are made of.
import { notices } from './migrations/1700000000092-notices';
import { noticeDeliveries } from './migrations/1700000000270-notice-deliveries';
import { Notice } from './notice/notice.entity';
import { NoticeCountResolver, NoticeReceiptResolver, NoticeResolver } from './notice/notice.resolver';
import { NoticeAddress, NoticeDelivery } from './notice/notice-address.entity';
import { NoticeAddressResolver, NoticeDeliveryResolver } from './notice/notice-address.resolver';
import { noticeRefusals } from './notice/notice-refusals.rules';

export const noticeParts = {
  resolvers: [
    NoticeResolver,
    NoticeReceiptResolver,
    NoticeCountResolver,
    NoticeAddressResolver,
    NoticeDeliveryResolver,
  ],
  entities: [Notice, NoticeAddress, NoticeDelivery],
  migrations: [notices, noticeDeliveries],
  refusals: noticeRefusals,
};
