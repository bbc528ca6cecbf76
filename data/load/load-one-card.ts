// Loads the one-card lists of the demo city with the bank's order and its answer: what arrived by a journal of its own, and what failed with its reason.
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { PersonalData } from '#platform/database/personal-data';
import { readData } from '#platform/process/read-data';
import { formatYuan } from '#platform/vocabulary/money';
import { bankFiles } from '../../services/funds/bank-files';
import { recordsOfOrder } from '../../services/funds/one-card/bank-file.rules';
import { type BankProfile, parseBankProfile } from '../../services/funds/one-card/bank-profile.rules';
import type { Records } from '../../services/funds/one-card/bank-record.rules';
import type { CardPaidBatch } from '../generate/card-batches';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { type FundsHands, SEED } from './funds-hands';
import { insertRows } from './insert-rows';
import { cardJournal } from './load-card-disbursements';

/** 户名与账号不符, by the profile's own code. */
const CODE = 'E02';

export async function loadOneCard(
  client: Client,
  city: City,
  batches: readonly CardPaidBatch[],
  { hands, personalData }: { hands: FundsHands; personalData: PersonalData },
): Promise<void> {
  const profile = readData('bank-profiles', parseBankProfile).find(({ name }) => name === 'delimited-utf8');
  if (!profile || batches.length === 0) return;
  await loadLists(client, batches, profile, hands);
  const lines = batches.flatMap((batch) => linesOf(city, batch, profile));
  await insertRows(
    client,
    'funds.card_line',
    {
      ...{ id: 'uuid', batch_id: 'uuid', ordinal: 'int', reference: 'text', disbursement_line_id: 'uuid' },
      ...{ disbursement_id: 'uuid', lot_id: 'uuid', household_id: 'uuid', region_id: 'uuid', path: 'text' },
      ...{ amount: 'bigint', payee: 'text', payee_member_id: 'uuid', id_number_tail: 'text', bank_name: 'text' },
      ...{ card_sealed: 'bytea', card_index: 'text', card_tail: 'text', state: 'text', reason: 'text' },
      ...{ ended_on: 'date', journal_id: 'uuid' },
    },
    lines,
    ({ batch, line, at, reference, id, card, bank, head, why }) => [
      ...[id, batch.listId, at + 1, reference, line.id, batch.id, batch.lotId, line.householdId, line.regionId],
      ...[line.path, line.fen, line.payee, head?.id ?? null, head?.idNumber.slice(-4) ?? null, bank],
      ...[personalData.seal(card), personalData.blindIndex(card), card.slice(-4), why ? 'failed' : 'paid', why],
      ...[batch.paidOn, why ? null : cardJournal(line.id)],
    ],
  );
  for (const batch of batches)
    await loadFiles(client, batch, profile, {
      ...{ lines: lines.filter((each) => each.batch === batch), payer: hands.payer, personalData },
    });
}

const loadLists = (client: Client, batches: readonly CardPaidBatch[], profile: BankProfile, hands: FundsHands) =>
  insertRows(
    client,
    'funds.card_batch',
    {
      ...{
        id: 'uuid',
        number: 'text',
        purpose: 'text',
        document_number: 'text',
        profile: 'text',
        profile_hash: 'text',
      },
      ...{ region_id: 'uuid', path: 'text', total: 'bigint', line_count: 'int', state: 'text', made_by: 'uuid' },
      ...{ made_on: 'date', verified_by: 'uuid', verified_on: 'date', released_by: 'uuid', released_on: 'date' },
      closed_on: 'date',
    },
    batches,
    (batch) => [
      ...[batch.listId, batch.listNumber, batch.purpose, batch.documentNumber, profile.name, profile.hash],
      ...[batch.regionId, batch.path, totalOf(batch.lines), batch.lines.length, 'closed'],
      ...[hands.applicantOf(batch.regionId), batch.listedOn, hands.drafter, batch.verifiedOn, hands.payer],
      ...[batch.paidOn, batch.paidOn],
    ],
  );

const totalOf = (lines: readonly { fen: bigint }[]) => lines.reduce((sum, { fen }) => sum + fen, 0n);

function linesOf(city: City, batch: CardPaidBatch, profile: BankProfile) {
  return batch.lines.map((line, at) => {
    const household = city.households.find(({ id }) => id === line.householdId);
    const failure = at === batch.failed ? profile.failures[CODE] : undefined;
    return {
      ...{ batch, line, at, id: idOf(SEED, 'card-line', line.id) },
      reference: `${batch.listNumber}-${String(at + 1).padStart(5, '0')}`,
      ...{ card: household?.bankCard ?? '', bank: household?.bankName ?? '' },
      head: city.members.find(({ id }) => id === household?.headMemberId),
      why: failure ? `${failure.zh} · ${failure.en}` : null,
    };
  });
}

interface Told {
  lines: ReturnType<typeof linesOf>;
  payer: string;
  personalData: PersonalData;
}

/** The very bytes that were sent and that came back, and what was read in them. */
async function loadFiles(client: Client, batch: CardPaidBatch, profile: BankProfile, told: Told): Promise<void> {
  const { lines, payer, personalData } = told;
  const total = totalOf(batch.lines);
  const order = recordsOfOrder(profile, {
    ...{ batch: batch.listNumber, day: batch.paidOn, purpose: batch.purpose },
    lines: lines.map(({ reference, line, card, bank }) => ({
      ...{ reference, payee: line.payee, card, bank, amount: line.fen },
    })),
  });
  const around = { batch: batch.listNumber, kind: profile.kinds.answer, count: String(lines.length) };
  const answer: Records = {
    head: { ...around, total: formatYuan(total) },
    tail: { ...around, total: formatYuan(total) },
    lines: lines.map(({ reference, line, card, why }) => ({
      ...{ reference, card, amount: formatYuan(line.fen), direction: profile.directions.out },
      result: why ? CODE : profile.paid,
    })),
  };
  const files = [
    {
      kind: 'payment',
      name: `${batch.listNumber}-${batch.paidOn}.txt`,
      body: await bankFiles.write(profile, profile.payment, order),
    },
    {
      kind: 'answer',
      name: `${batch.listNumber}-回盘.txt`,
      body: await bankFiles.write(profile, profile.answer, answer),
    },
  ].map((file) => ({ ...file, id: idOf(SEED, 'bank-file', `${file.kind}/${batch.listNumber}`) }));
  await insertRows(
    client,
    'funds.bank_file',
    {
      ...{ id: 'uuid', batch_id: 'uuid', kind: 'text', profile: 'text', profile_hash: 'text', name: 'text' },
      ...{ sha256: 'text', bytes: 'int', line_count: 'int', total: 'bigint', state: 'text', region_id: 'uuid' },
      ...{ path: 'text', brought_by: 'uuid', brought_at: 'timestamptz' },
    },
    files,
    ({ id, kind, name, body }) => [
      ...[id, batch.listId, kind, profile.name, profile.hash, name, createHash('sha256').update(body).digest('hex')],
      ...[body.length, lines.length, total, kind === 'payment' ? 'released' : 'taken', batch.regionId, batch.path],
      ...[payer, `${batch.paidOn}T03:00:00Z`],
    ],
  );
  await insertRows(
    client,
    'funds.bank_file_content',
    { file_id: 'uuid', path: 'text', sealed: 'bytea' },
    files,
    ({ id, body }) => [id, batch.path, personalData.sealBytes(body)],
  );
  const back = files.find(({ kind }) => kind === 'answer')?.id;
  await insertRows(
    client,
    'funds.bank_file_line',
    {
      ...{ file_id: 'uuid', ordinal: 'int', path: 'text', reference: 'text', amount: 'bigint', card_tail: 'text' },
      ...{ direction: 'text', told: 'text', reason: 'text', card_line_id: 'uuid', outcome: 'text' },
    },
    lines,
    ({ line, at, reference, card, id, why }) => [
      ...[back, at + 1, batch.path, reference, line.fen, card.slice(-4), 'out', why ? 'failed' : 'paid', why, id],
      why ? 'failed' : 'paid',
    ],
  );
}
