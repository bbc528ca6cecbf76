// Shows that nothing is paid before its list was posted and the days are over; then the notice is taken down, for a tour does not wait for days.
import { codeOf, type TourClient } from './tour-client';
import type { TourGuide } from './tour-guide';

const POST = `mutation($id: ID!) { postFundNotice(input: { type: posting, subjectKind: "disbursement", subjectId: $id }) { id days } }`;
const WITHDRAW = 'mutation($id: ID!) { withdrawFundNotice(id: $id, reason: "导览结束 · the tour is over") { id } }';

export async function refuseUnposted(
  { record, stamp }: TourGuide,
  id: string,
  { town, finance, order }: { town: TourClient; finance: TourClient; order: string },
): Promise<void> {
  const { errors: unposted } = await finance.ask(order, { id, key: `${stamp}-unposted` });
  record.same(
    '未公示不能开支付令 · no payment is ordered before it was posted',
    'NOTICE_NOT_CLEARED',
    codeOf(unposted[0]),
  );
  const { postFundNotice: posted } = await town.get<{ postFundNotice: { id: string; days: number } }>(POST, { id });
  const { errors: running } = await finance.ask(order, { id, key: `${stamp}-running` });
  record.same('公示期内不能开支付令 · nor while the posting runs', 'NOTICE_NOT_CLEARED', codeOf(running[0]));
  record.line(`公示 ${posted.days} 个工作日 · posted for ${posted.days} working days`);
  await town.get(WITHDRAW, { id: posted.id });
}
