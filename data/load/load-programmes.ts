// Loads the demo city's cases of programmes (专项事项) by the way that every case goes: opened, then taken step by step; and one batch of love packages.

import type { Client } from 'pg';
import { readData } from '#platform/process/read-data';
import { addDays } from '#platform/vocabulary/calendar-day';
import { packHash } from '#platform/vocabulary/canonical';
import { caseNumber, flagsOf, stepsFrom, waitingIn } from '../../services/households/programme/case-step.rules';
import { type ProgrammePack, parseProgrammePack } from '../../services/households/programme/programme-pack.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { type DemoCase, programmeCases } from '../generate/programme-cases';

const OPENED = '2018-02-26';
const morning = (day: string) => `${day}T02:00:00Z`;

export async function loadProgrammes(client: Client, city: City): Promise<void> {
  for (const row of programmeCases(city)) await loadCase(client, row, null);
}

const shipped = () => readData('programmes', parseProgrammePack).map((pack) => ({ pack, hash: packHash(pack) }));

function packOf(programme: string): { pack: ProgrammePack; hash: string } {
  const found = shipped().find(({ pack }) => pack.programme === programme);
  if (!found) throw new Error(`no pack of ${programme} ships`);
  return found;
}

/** `afterOpening` runs between the opening and the first step. */
export async function loadCase(
  client: Client,
  row: DemoCase,
  batchId: string | null,
  afterOpening: () => Promise<void> = async () => undefined,
  opened = OPENED,
): Promise<void> {
  const { pack, hash } = packOf(row.programme);
  const only = (codes: readonly string[]) =>
    JSON.stringify(
      Object.fromEntries(codes.filter((code) => code in row.facts).map((code) => [code, row.facts[code]])),
    );
  const first = waitingIn(pack, pack.start, opened);
  const start = flagsOf(pack, pack.start);
  await client.query(
    `insert into households.programme_case (id, number, programme, household_id, member_id, batch_id, region_id, path, pack_name, pack_hash, facts, state, holds, payable,
       opened_by, opened_at, waiting_posts, waiting_check, since, due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $16, $19)`,
    [
      ...[
        row.id,
        caseNumber(row.programme, row.id),
        row.programme,
        row.householdId,
        row.memberId,
        batchId,
        row.regionId,
        row.path,
      ],
      ...[pack.name, hash, only([...pack.open.needs, ...pack.open.tells]), pack.start, start.holds, start.payable],
      ...[row.openedBy, morning(opened), first.posts, first.check, first.dueOn],
    ],
  );
  await afterOpening();
  let state = pack.start;
  for (const [at, code] of row.steps.entries()) {
    const step = stepsFrom(pack, state).find((each) => each.code === code);
    if (!step) throw new Error(`${row.programme} cannot take ${code} from ${state}`);
    const day = addDays(opened, 7 * (at + 1));
    const { posts, check, dueOn } = waitingIn(pack, step.to, day);
    const flags = flagsOf(pack, step.to);
    // A check is the level above's, where the pack names it: the town made what is checked.
    const post = (step.hand === 'checks' && step.posts.find((each) => each === 'district-officer')) || step.posts[0];
    await client.query(
      `insert into households.programme_step (case_id, ordinal, household_id, region_id, path, code, from_state, to_state, hand, facts, document_number, taken_by, taken_post,
         taken_at, holds, payable, waiting_posts, waiting_check, due_on, goods)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
      [
        ...[
          row.id,
          at + 1,
          row.householdId,
          row.regionId,
          row.path,
          code,
          state,
          step.to,
          step.hand,
          only([...step.needs, ...step.tells]),
        ],
        ...[
          step.document ? `莱${row.programme === 'dibao' ? '民' : '扶'}字〔2018〕${at + 11}号（拟）` : null,
          row.handOf(post ?? ''),
          post,
        ],
        ...[morning(day), flags.holds, flags.payable, posts, check, dueOn, step.goods],
      ],
    );
    state = step.to;
  }
}

const contents = [
  { good: '食用油', unit: '桶', quantity: 1 },
  { good: '棉被', unit: '床', quantity: 1 },
];
const ways = [[], ['send'], ['send', 'receive'], ['send', 'leave-unclaimed'], ['send', 'leave-unclaimed', 'give-back']];

/** Donated to the city, sent on to the demo town, packed for its first households; each package as far as the next one. */
export async function loadLovePackages(client: Client, city: City): Promise<void> {
  const whole = city.regions.find(({ kind }) => kind === 'city');
  const town = city.regions.find(({ code }) => code === '371202100');
  const officer = city.appointments.find(
    ({ post, regionId }) => post === 'town-officer' && regionId === town?.id,
  )?.personId;
  const giver = city.appointments.find(({ post }) => post === 'office-officer')?.personId;
  if (!whole || !town || !officer || !giver) throw new Error('the demo town has no officer');
  const batchId = idOf(0, 'package-batch', '2018-spring');
  await client.query(
    `insert into households.package_batch (id, region_id, path, title, document_number, contents, opened_by, opened_at) values ($1, $2, $3, '2018 年春节爱心包', '莱慈字〔2018〕1号（拟）', $4, $5, $6)`,
    [batchId, town.id, town.path, JSON.stringify(contents), officer, morning('2018-02-01')],
  );
  const lots = new Map<string, string>();
  for (const { good, unit } of contents) {
    const [above, below, move] = ['city', 'town', 'move'].map((where) => idOf(0, 'goods', `${good}/${where}`));
    const lot = `insert into households.goods_lot (id, region_id, path, good, unit, source, donor, document_number, quantity, parent_id, sent_by, received_on, received_by, recorded_at)
      values ($1, $2, $3, $4, $5, 'donated', '某商会（演示）', '莱慈捐〔2018〕2号（拟）', $6, $7, $8, $9, $10, $11)`;
    await client.query(lot, [
      above,
      whole.id,
      whole.path,
      good,
      unit,
      400,
      null,
      null,
      '2018-01-20',
      giver,
      morning('2018-01-20'),
    ]);
    await client.query(lot, [
      below,
      town.id,
      town.path,
      good,
      unit,
      60,
      above,
      move,
      '2018-01-28',
      officer,
      morning('2018-01-28'),
    ]);
    await client.query(
      `insert into households.goods_move (id, lot_id, region_id, path, good, unit, child_id, kind, quantity, moved_by, moved_at) values ($1, $2, $3, $4, $5, $6, $7, 'send-on', 60, $8, $9)`,
      [move, above, whole.id, whole.path, good, unit, below, giver, morning('2018-01-28')],
    );
    lots.set(good, below ?? '');
  }
  const cases = programmeCases(city).filter(
    ({ programme, path }) => programme === 'house-renovation' && path.startsWith(town.path),
  );
  for (const [at, steps] of ways.entries()) {
    const like = cases[at];
    if (!like) continue;
    const id = idOf(0, 'programme-case', `love-package/${like.householdId}`);
    const facts = {
      sentOn: '2018-03-05',
      receivedOn: '2018-03-12',
      receivedBy: 'head',
      unclaimedWhy: '外出务工，三次未遇',
    };
    const row: DemoCase = { ...like, id, programme: 'love-package', steps, facts, openedBy: officer };
    await loadCase(client, row, batchId, async () => {
      for (const { good, unit, quantity } of contents)
        await client.query(
          `insert into households.goods_move (id, lot_id, region_id, path, good, unit, case_id, household_id, kind, quantity, moved_by, moved_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, 'allocate', $9, $10, $11)`,
          [
            ...[
              idOf(0, 'goods-move', `${id}/${good}`),
              lots.get(good),
              town.id,
              town.path,
              good,
              unit,
              id,
              row.householdId,
            ],
            ...[quantity, officer, morning(OPENED)],
          ],
        );
    });
  }
}
