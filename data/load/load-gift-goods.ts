// Loads what became of the demo city's donated goods: told by funds, taken by households, and of the first one counted, sent on to the demo town and packed.
import type { Client } from 'pg';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { type DemoCase, programmeCases } from '../generate/programme-cases';
import { loadCase } from './load-programmes';

interface Given {
  id: string;
  giftId: string;
  fundId: string;
  number: string;
  receipt: string | null;
  donor: string | null;
  good: string;
  unit: string;
  quantity: number;
  value: string;
  regionId: string;
  path: string;
  acceptedBy: string;
  acceptedOn: string;
  restrictedTo: string | null;
  purpose: string | null;
}

const GIVEN = `select i.id, i.gift_id as "giftId", g.fund_id as "fundId", g.number, g.receipt_number as receipt, case when not g.anonymous then g.donor_name end as donor,
    i.good, i.unit, i.quantity, i.value::text as value, g.kept_region_id as "regionId", s.path, g.accepted_by as "acceptedBy", g.accepted_on::text as "acceptedOn",
    g.restricted_region_id as "restrictedTo", g.purpose
  from funds.gift g join funds.gift_item i on i.gift_id = g.id join households.scope s on s.region_id = g.kept_region_id where g.state = 'accepted' order by g.number, i.id`;
const morning = (day: string) => `${day}T02:00:00Z`;

/** Seven packages of the winter, six of them received: a town of which the donor is told. */
const PACKED = 7;
const SENT = 40;
const days = {
  counted: '2018-10-24',
  sent: '2018-11-01',
  opened: '2018-11-05',
  onTheWay: '2018-11-12',
  received: '2018-11-19',
};

export async function loadGiftGoods(client: Client, city: City): Promise<void> {
  const { rows } = await client.query<Given>(GIVEN);
  for (const [at, given] of rows.entries()) await loadTold(client, given, at + 1);
  const [first] = rows;
  if (first) await loadWinterPackages(client, city, first);
}

async function loadTold(client: Client, given: Given, epoch: number): Promise<void> {
  const { id, giftId, good, unit, quantity, regionId, path, acceptedBy, acceptedOn, receipt, donor } = given;
  const body = {
    ...{ giftId, fundId: given.fundId, itemId: id, good, unit, quantity, value: given.value, donorName: donor },
    ...{ receiptNumber: receipt, giftNumber: given.number, acceptedBy, regionId },
    restriction: { regionId: given.restrictedTo, purpose: given.purpose },
  };
  const told = morning(acceptedOn);
  await client.query(
    `insert into funds.outbox_event (epoch, kind, subject_id, body, told_by, told_at) values ($1, 'goods-accepted', $2, $3, $4, $5)`,
    [epoch, id, JSON.stringify(body), acceptedBy, told],
  );
  await client.query('update funds.outbox_head set epoch = $1', [epoch]);
  await client.query(
    `insert into households.goods_lot (id, region_id, path, good, unit, source, donor, document_number, quantity, gift_id, gift_item_id, receipt_number,
       restricted_region_id, restricted_purpose, accepted_by, received_on, recorded_at)
     values ($1, $2, $3, $4, $5, 'donated', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[lotOf(id), regionId, path, good, unit, donor, receipt ?? given.number, quantity, giftId, id, receipt],
      ...[given.restrictedTo, given.purpose, acceptedBy, acceptedOn, told],
    ],
  );
  await client.query(
    `insert into households.funds_event (epoch, kind, subject_id, outcome, taken_at) values ($1, 'goods-accepted', $2, '{}', $3)`,
    [epoch, id, told],
  );
  await client.query('update households.funds_cursor set epoch = $1', [epoch]);
}

const lotOf = (itemId: string) => idOf(0, 'goods', `gift/${itemId}`);

/** What else was given waits to be counted: a to-do of the district that keeps it. */
async function loadWinterPackages(client: Client, city: City, given: Given): Promise<void> {
  const { id, giftId, good, unit, quantity, regionId, path, acceptedBy, receipt, donor } = given;
  const town = city.regions.find(({ code }) => code === '371202100');
  const holder = (post: string, region: string | undefined) =>
    city.appointments.find((each) => each.post === post && each.regionId === region)?.personId;
  const [keeper, officer] = [holder('district-officer', regionId), holder('town-officer', town?.id)];
  if (!town || !keeper || !officer) return;
  await client.query(
    `insert into households.goods_count (lot_id, region_id, path, accepted_by, counted, missing, reason, counted_by, counted_at) values ($1, $2, $3, $4, $5, 2, '运输途中两件受潮', $6, $7)`,
    [lotOf(id), regionId, path, acceptedBy, quantity - 2, keeper, morning(days.counted)],
  );
  const [part, move] = [idOf(0, 'goods', `gift/${id}/town`), idOf(0, 'goods', `gift/${id}/move`)];
  await client.query(
    `insert into households.goods_lot (id, region_id, path, good, unit, source, donor, document_number, quantity, parent_id, sent_by, gift_id, gift_item_id, receipt_number,
       restricted_region_id, restricted_purpose, accepted_by, received_on, received_by, recorded_at)
     values ($1, $2, $3, $4, $5, 'donated', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      ...[
        part,
        town.id,
        town.path,
        good,
        unit,
        donor,
        receipt ?? given.number,
        SENT,
        lotOf(id),
        move,
        giftId,
        id,
        receipt,
      ],
      ...[given.restrictedTo, given.purpose, acceptedBy, days.sent, officer, morning(days.sent)],
    ],
  );
  await client.query(
    `insert into households.goods_move (id, lot_id, region_id, path, good, unit, child_id, kind, quantity, moved_by, moved_at) values ($1, $2, $3, $4, $5, $6, $7, 'send-on', $8, $9, $10)`,
    [move, lotOf(id), regionId, path, good, unit, part, SENT, keeper, morning(days.sent)],
  );
  const batchId = idOf(0, 'package-batch', '2018-winter');
  await client.query(
    `insert into households.package_batch (id, region_id, path, title, document_number, contents, purpose, opened_by, opened_at) values ($1, $2, $3, '2018 年暖冬爱心包', '莱慈字〔2018〕31号（拟）', $4, $5, $6, $7)`,
    [
      ...[batchId, town.id, town.path, JSON.stringify([{ good, unit, quantity: 1 }]), given.purpose],
      ...[officer, morning(days.opened)],
    ],
  );
  const homes = programmeCases(city).filter(
    ({ programme, path: home }) => programme === 'house-renovation' && home.startsWith(town.path),
  );
  for (const [at, like] of homes.slice(0, PACKED).entries()) {
    const caseId = idOf(0, 'programme-case', `love-package/winter/${like.householdId}`);
    const facts = { sentOn: days.onTheWay, receivedOn: days.received, receivedBy: 'head' };
    const steps = at === 0 ? ['send'] : ['send', 'receive'];
    const row: DemoCase = { ...like, id: caseId, programme: 'love-package', steps, facts, openedBy: officer };
    const pack = () =>
      client.query(
        `insert into households.goods_move (id, lot_id, region_id, path, good, unit, case_id, household_id, kind, quantity, moved_by, moved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'allocate', 1, $9, $10)`,
        [
          ...[
            idOf(0, 'goods-move', `${caseId}/${good}`),
            part,
            town.id,
            town.path,
            good,
            unit,
            caseId,
            row.householdId,
          ],
          ...[officer, morning(days.opened)],
        ],
      );
    await loadCase(client, row, batchId, async () => void (await pack()), days.opened);
  }
}
