// Registers where notices go by telephone (登记通知渠道): one's own number, sealed, for a channel that is on; and withdraws it.
import { newId } from '#platform/database/new-id';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { AssessmentsContext } from '../tools';
import { hasNotices } from './list-notices';
import { NoticeAddress } from './notice-address.entity';
import { checkRegistering, mobileIn } from './notice-delivery.rules';
import { noticeRefusals } from './notice-refusals.rules';

const LIVE = 'where t.withdrawn_at is null and t.appointment_id = $1 order by t.channel, t.id limit 50';

export async function registerNoticeAddress(
  { caller, inScope, tools }: AssessmentsContext,
  channel: string,
  number: string,
): Promise<NoticeAddress> {
  checkRegistering(caller, hasNotices(caller));
  const mobile = mobileIn(number);
  if (![...tools.outgoing.keys()].some((open) => open === channel)) throw noticeRefusals.channelOff({ channel });
  try {
    return await inScope.write(
      { action: 'registerNoticeAddress', target: null, facts: { channel } },
      async (rows) => {
        const [id, registeredAt, mobileTail] = [newId(), await rows.now(), mobile.slice(-4)];
        rows.deed.target = id;
        await rows.query(
          `insert into assessments.notice_address (id, person_id, appointment_id, post, region_id, unit_id, channel, mobile_sealed, mobile_tail, registered_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            id,
            caller.personId,
            caller.appointmentId,
            caller.post,
            caller.regionId,
            caller.unitId,
            channel,
            tools.personalData.seal(mobile),
            mobileTail,
            registeredAt,
          ],
        );
        return Object.assign(new NoticeAddress(), { id, channel, mobileTail, post: caller.post, registeredAt });
      },
      'own',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'notice_address_once') throw noticeRefusals.addressRegistered({ channel });
    throw error;
  }
}

export async function withdrawNoticeAddress({ inScope }: AssessmentsContext, id: string): Promise<boolean> {
  const notFound = () => commonRefusals.notFound({ what: '通知渠道 notice address' });
  if (!isId(id)) throw notFound();
  return inScope.write(
    { action: 'withdrawNoticeAddress', target: id },
    async (rows) => {
      const [gone] = await rows.query(
        'update assessments.notice_address set withdrawn_at = now() where id = $1 and withdrawn_at is null returning id',
        [id],
      );
      if (!gone) throw notFound();
      return true;
    },
    'own',
  );
}

/** Of the appointment that the caller acts under now. */
export function listNoticeAddresses({ caller, inScope }: AssessmentsContext): Promise<NoticeAddress[]> {
  return inScope.read((rows) => rows.select(NoticeAddress, LIVE, [caller.appointmentId]), 'own');
}
