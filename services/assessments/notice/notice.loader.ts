// Receipts of notices, for whoever urged and for whoever was told.
import { defineLoader, groupBy } from '#platform/graph/loader';
import { NoticeReceipt } from './notice.entity';

export const receiptsOfNotice = defineLoader<NoticeReceipt[]>(
  'receipts of notice',
  () => [],
  async ({ query }, ids) =>
    groupBy(
      await query(
        `select notice_id as "noticeId", person_id as "personId", post, read_at as "readAt" from assessments.notice_receipt
         where notice_id = any ($1::uuid[]) order by read_at, person_id limit 5000`,
        [ids],
        NoticeReceipt,
      ),
      ({ noticeId }) => noticeId,
    ),
);
