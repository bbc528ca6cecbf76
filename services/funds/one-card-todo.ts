// What one-card batches leave waiting (一卡通待办): lists to verify and to release, files to read, failed lines to issue again.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

export const oneCardTodo: readonly TodoSource[] = [
  {
    kind: 'verify-card-batch',
    title: { zh: '核对一卡通名单', en: 'Verify a one-card list' },
    verb: 'verifyCardBatch',
    subject: 'CardBatch',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, t.made_on::timestamptz as since, null::date as due_on from funds.card_batch t, me
      where t.state = 'listed' and ${othersMade('made_by')}`,
  },
  {
    kind: 'release-card-batch',
    title: { zh: '一卡通放款（公示已满期）', en: 'Release a one-card batch whose posting is over' },
    verb: 'releaseCardBatch',
    subject: 'CardBatch',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, t.verified_on::timestamptz as since, null::date as due_on from funds.card_batch t, me
      where t.state = 'verified' and ${othersMade('made_by', 'verified_by')} and funds.notice_cleared('card-batch', t.id, funds.today())`,
  },
  {
    kind: 'take-bank-file',
    title: { zh: '读取银行回盘', en: 'Read an answer of the bank' },
    verb: 'takeBankFile',
    subject: 'BankFile',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.name as about, t.brought_at as since, null::date as due_on from funds.bank_file t, me where t.state = 'received'`,
  },
  {
    kind: 'issue-again',
    title: { zh: '更正后重发一卡通', en: 'Correct and issue again what did not arrive' },
    verb: 'listCardBatch',
    subject: 'DisbursementLine',
    scopes: ['region'],
    rows: `select l.id, t.region_id, t.reference as about, t.ended_on::timestamptz as since, null::date as due_on
      from funds.card_line t join funds.disbursement_line l on l.id = t.disbursement_line_id, me
      where t.state in ('failed', 'bounced', 'held') and l.state = 'reserved'
        and not exists (select 1 from funds.card_line n where n.disbursement_line_id = l.id and n.id > t.id)`,
  },
];
