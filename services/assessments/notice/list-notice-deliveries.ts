// Lists what went out to oneself by telephone (本人的送达记录), newest first.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { NoticeDelivery } from './notice-address.entity';

export async function listNoticeDeliveries({ inScope }: Context, args: PageArgs): Promise<Page<NoticeDelivery>> {
  const size = pageSize(args.first);
  const [before = null] = keysOf(args.after, 1) ?? [];
  if (before !== null && !/^\d{1,18}$/.test(before)) return pageOf<NoticeDelivery>([], size);
  const tail = 'where ($1::bigint is null or t.number < $1) order by t.number desc limit $2';
  return pageOf(await inScope.read((rows) => rows.select(NoticeDelivery, tail, [before, size + 1]), 'own'), size);
}
