// Loads public notices of the town of the demo accounts (演示公示公告): what was paid was posted before and announced after, what waits was posted.
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { readData } from '#platform/process/read-data';
import { maskName } from '#platform/vocabulary/identity-number';
import { rootOf } from '#platform/vocabulary/merkle';
import { noticeLeaf } from '../../services/funds/public-notice/notice-leaf.rules';
import { noticePackKind, postedUntil } from '../../services/funds/public-notice/notice-pack.rules';
import { noticeBody, noticeTitle } from '../../services/funds/public-notice/notice-text.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import type { PostedBatch } from '../generate/posted-batches';
import { type FundsHands, SEED } from './funds-hands';
import { insertRows } from './insert-rows';
import { shippedCalendar, shippedPacks } from './shipped-packs';

interface Posted {
  batchId: string;
  type: 'posting' | 'announcement';
  purpose: string;
  documentNumber: string;
  appliedOn: string;
  fromOn: string;
  lines: { lineId: string; householdId: string; regionId: string; path: string; name: string; fen: bigint }[];
}

const TOWN = '371202100';

interface Dictionary {
  name: string;
  entries: { code: string; zh: string }[];
}

const purposes = () =>
  readData('dictionaries', (json) => json as Dictionary).find(({ name }) => name === 'spending-purpose')?.entries ?? [];

export async function loadFundNotices(
  client: Client,
  city: City,
  hands: FundsHands,
  waiting: readonly PostedBatch[],
): Promise<void> {
  const town = city.regions.find(({ code }) => code === TOWN);
  const [pack] = shippedPacks('public-notices', noticePackKind);
  const { rows } = await client.query<{ hash: string }>(`select hash from funds.pack where kind = 'public-notices'`);
  const rule = pack?.subjects.find(({ kind }) => kind === 'disbursement');
  const hash = rows[0]?.hash;
  if (!town || !pack || !rule || !hash) return;
  const calendar = shippedCalendar();
  const names = new Map(city.regions.map(({ id, name }) => [id, name]));
  const titles = new Map(purposes().map(({ code, zh }) => [code, zh]));
  const made = posted(city, town.id, waiting).map((each) => {
    const id = idOf(SEED, 'fund-notice', `${each.type}/${each.batchId}`);
    const lines = each.lines.map((line, at) => {
      const village = names.get(line.regionId) ?? '';
      const salt = createHash('sha256').update(`${SEED} salt ${id} ${at}`).digest('hex').slice(0, 32);
      const facts = { noticeId: id, line: at + 1, village, name: line.name, amount: line.fen };
      return { ...line, line: at + 1, village, salt, leaf: noticeLeaf(facts, salt) };
    });
    const posting = each.type === 'posting';
    const total = lines.reduce((sum, { fen }) => sum + fen, 0n);
    const untilOn = posting ? postedUntil(each.fromOn, rule, calendar).untilOn : null;
    const { days, counted } = posting ? rule : { days: null, counted: null };
    const facts = {
      ...{ place: town.name, subjectTitle: rule.title, about: titles.get(each.purpose) ?? each.purpose },
      ...{ year: Number(each.appliedOn.slice(0, 4)), documentNumber: each.documentNumber, total, lines: lines.length },
      ...{ announces: !posting, fromOn: each.fromOn, untilOn, days, counted, hotline: pack.hotline },
    };
    const text = { title: noticeTitle(facts), body: noticeBody(facts) };
    return { ...each, ...text, id, lines, total, untilOn, days, counted, root: rootOf(lines.map(({ leaf }) => leaf)) };
  });
  await insertRows(
    client,
    'funds.public_notice',
    {
      ...{ id: 'uuid', type: 'text', subject_kind: 'text', subject_id: 'uuid', region_id: 'uuid', path: 'text' },
      ...{ title: 'text', body: 'text', total: 'bigint', line_count: 'int', days: 'int', counted: 'text' },
      ...{ from_on: 'date', until_on: 'date', pack_name: 'text', pack_hash: 'text', root: 'text' },
      ...{ posted_by: 'uuid', posted_at: 'timestamptz' },
    },
    made,
    (each) => [
      ...[each.id, each.type, 'disbursement', each.batchId, town.id, town.path],
      ...[each.title, each.body, each.total, each.lines.length, each.days, each.counted],
      ...[each.fromOn, each.untilOn, pack.name, hash, each.root],
      ...[hands.applicantOf(town.id), `${each.fromOn}T02:00:00Z`],
    ],
  );
  await insertRows(
    client,
    'funds.notice_line',
    {
      ...{ notice_id: 'uuid', line: 'int', line_id: 'uuid', household_id: 'uuid', region_id: 'uuid', path: 'text' },
      ...{ village: 'text', shown_name: 'text', name: 'text', amount: 'bigint', salt: 'text', leaf: 'text' },
    },
    made.flatMap(({ id, lines }) => lines.map((line) => ({ id, ...line }))),
    (line) => [
      ...[line.id, line.line, line.lineId, line.householdId, line.regionId, line.path],
      ...[line.village, maskName(line.name), line.name, line.fen, line.salt, line.leaf],
    ],
  );
}

/** Of the town's paid batches a posting and an announcement each; of those that wait a posting. */
function posted(city: City, townId: string, waiting: readonly PostedBatch[]): Posted[] {
  const batches = city.batches.filter(({ regionId }) => regionId === townId);
  const linesOf = new Map(batches.map(({ id }) => [id, [] as Posted['lines']]));
  for (const { id: lineId, batchId, householdId, regionId, path, amountFen: fen, payee: name } of city.payments())
    linesOf.get(batchId)?.push({ lineId, householdId, regionId, path, fen, name });
  const paid = batches.flatMap(({ id: batchId, purpose, documentNumber, appliedOn, paidOn }) => {
    const facts = { batchId, purpose, documentNumber, appliedOn, lines: linesOf.get(batchId) ?? [] };
    return [
      { ...facts, type: 'posting' as const, fromOn: appliedOn },
      { ...facts, type: 'announcement' as const, fromOn: paidOn },
    ];
  });
  const open = waiting.map(({ id: batchId, purpose, documentNumber, appliedOn, lines }) => ({
    ...{ batchId, purpose, documentNumber, appliedOn, type: 'posting' as const, fromOn: appliedOn },
    lines: lines.map(({ id: lineId, householdId, regionId, path, fen, payee: name }) => ({
      ...{ lineId, householdId, regionId, path, fen, name },
    })),
  }));
  return [...paid, ...open].filter(({ lines }) => lines.length > 0);
}
