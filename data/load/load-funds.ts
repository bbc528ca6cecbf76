// Loads the special fund of the year: notices, batches and payments through balanced journals, and the settlement policy adopted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { projectRoot } from '#platform/process/project-root';
import { packHash } from '#platform/vocabulary/canonical';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import type { RegionRow } from '../generate/rows';
import { insertRows } from './insert-rows';
import { type FundsHands, handsOf } from './funds-hands';
import { type JournalRow, loadJournals } from './load-journals';
import { loadScope } from './load-scope';

const SEED = 371_200;
/** the first pack shipped; that Laiwu adopted it is assumed */
const PACK = 'data/settlement-policies/rizhao-2018-04.json';
const unitLineOfPayer: Readonly<Record<string, string>> = {
  'basic-insurance': 'basic-insurance',
  'critical-illness-insurance': 'critical-illness',
  'medical-assistance': 'medical-assistance',
  'supplementary-insurance': 'supplementary-insurance',
};

export async function loadFunds(client: Client, city: City, _tools: unknown, tick: (rows: number) => void): Promise<void> {
  await loadScope(client, 'funds', city.regions, tick);
  const hands = handsOf(city);
  const journals = [...(await loadAllotments(client, city, hands)), ...(await loadDisbursements(client, city, hands, tick))];
  await loadJournals(client, journals);
  await client.query(SUMS);
  await loadSettlementPolicy(client, city, hands);
}

async function loadAllotments(client: Client, city: City, hands: FundsHands): Promise<JournalRow[]> {
  const regions = new Map(city.regions.map((region) => [region.id, region]));
  const whole = cityOf(city);
  const issuerOf = (regionId: string) => regions.get(regions.get(regionId)?.parentId ?? '') ?? whole;
  const notices = city.allotments.map((notice) => {
    const [first] = notice.lines;
    const issuer = notice.sourceLevel === 'district' && first ? issuerOf(first.regionId) : whole;
    return { ...notice, issuer };
  });
  await insertRows(
    client,
    'funds.allotment',
    {
      id: 'uuid', number: 'text', issued_on: 'date', year: 'int', source_level: 'text', purpose: 'text', region_id: 'uuid', path: 'text',
      state: 'text', drafted_by: 'uuid', drafted_at: 'timestamptz', approved_by: 'uuid', approved_at: 'timestamptz',
    },
    notices,
    ({ id, number, issuedOn, sourceLevel, purpose, issuer }) => [
      id, number, issuedOn, yearOf(issuedOn), sourceLevel, purpose, issuer.id, issuer.path, 'issued', hands.drafter, `${issuedOn}T01:00:00Z`,
      hands.payer, `${issuedOn}T02:00:00Z`,
    ],
  );
  await insertRows(
    client,
    'funds.allotment_line',
    { id: 'uuid', allotment_id: 'uuid', purpose: 'text', year: 'int', region_id: 'uuid', path: 'text', amount: 'bigint' },
    notices.flatMap((notice) => notice.lines.map((line) => ({ notice, line }))),
    ({ notice, line }) => [
      line.id, notice.id, notice.purpose, yearOf(notice.issuedOn), line.regionId, regions.get(line.regionId)?.path, line.amountFen,
    ],
  );
  return notices.map(({ id, number, issuedOn, issuer, lines }) => ({
    id: idOf(SEED, 'journal', `allot/${id}`),
    kind: 'allot',
    valueDate: issuedOn,
    document: number,
    postedBy: hands.payer,
    regionId: issuer.id,
    path: issuer.path,
    allotmentId: id,
    disbursementId: null,
    lots: lines.map((line) => ({ lot: line.id, amount: line.amountFen })),
  }));
}

async function loadDisbursements(
  client: Client,
  city: City,
  hands: FundsHands,
  tick: (rows: number) => void,
): Promise<JournalRow[]> {
  const totals = new Map<string, { fen: bigint; lines: number }>();
  for (const { batchId, amountFen } of city.payments()) {
    const sum = totals.get(batchId) ?? { fen: 0n, lines: 0 };
    totals.set(batchId, { fen: sum.fen + amountFen, lines: sum.lines + 1 });
  }
  const batches = city.batches
    .filter(({ id }) => totals.has(id))
    .map((batch) => ({ ...batch, total: totals.get(batch.id)?.fen ?? 0n, lines: totals.get(batch.id)?.lines ?? 0 }));
  await insertRows(
    client,
    'funds.disbursement',
    {
      id: 'uuid', number: 'text', lot_id: 'uuid', purpose: 'text', year: 'int', document_number: 'text', region_id: 'uuid', path: 'text',
      total: 'bigint', line_count: 'int', state: 'text', applied_by: 'uuid', applied_on: 'date', approved_by: 'uuid', approved_on: 'date',
      paid_by: 'uuid', paid_on: 'date',
    },
    batches,
    (batch) => [
      batch.id, batch.number, batch.allotmentLineId, batch.purpose, yearOf(batch.appliedOn), batch.documentNumber, batch.regionId, batch.path,
      batch.total, batch.lines, 'paid', hands.applicantOf(batch.regionId), batch.appliedOn, hands.approver, batch.approvedOn, hands.payer,
      batch.paidOn,
    ],
  );
  const batchOf = new Map(batches.map((batch) => [batch.id, batch]));
  await insertRows(
    client,
    'funds.disbursement_line',
    {
      id: 'uuid', disbursement_id: 'uuid', lot_id: 'uuid', purpose: 'text', year: 'int', household_id: 'uuid', region_id: 'uuid', path: 'text',
      amount: 'bigint', payee: 'text', masked_card: 'text', state: 'text', paid_on: 'date',
    },
    city.payments(),
    ({ id, batchId, householdId, regionId, path, amountFen, payee, maskedCard }) => {
      const batch = batchOf.get(batchId);
      if (!batch) throw new Error(`payment line ${id} belongs to no batch`);
      return [
        id, batchId, batch.allotmentLineId, batch.purpose, yearOf(batch.appliedOn), householdId, regionId, path, amountFen, payee, maskedCard,
        'paid', batch.paidOn,
      ];
    },
    tick,
  );
  return batches.flatMap((batch) =>
    (['reserve', 'pay'] as const).map((kind) => ({
      id: idOf(SEED, 'journal', `${kind}/${batch.id}`),
      kind,
      valueDate: kind === 'reserve' ? batch.appliedOn : batch.paidOn,
      document: batch.documentNumber,
      postedBy: kind === 'reserve' ? hands.applicantOf(batch.regionId) : hands.payer,
      regionId: batch.regionId,
      path: batch.path,
      allotmentId: null,
      disbursementId: batch.id,
      lots: [{ lot: batch.allotmentLineId, amount: batch.total }],
    })),
  );
}

async function loadSettlementPolicy(client: Client, city: City, hands: FundsHands): Promise<void> {
  const pack = JSON.parse(readFileSync(join(projectRoot, PACK), 'utf8')) as { name: string; effectiveFrom: string };
  const { id: regionId, path } = cityOf(city);
  await client.query(
    `insert into funds.settlement_policy (id, name, pack, hash, region_id, path, effective_from, adopted_by, approved_by, adopted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $7)`,
    [
      idOf(SEED, 'settlement-policy', pack.name), pack.name, JSON.stringify(pack), packHash(pack), regionId, path, pack.effectiveFrom,
      hands.drafter, hands.approver,
    ],
  );
  const payers = Object.entries(unitLineOfPayer).flatMap(([payer, line]) =>
    city.units.filter((unit) => unit.kind === 'payer' && unit.line === line).map((unit) => ({ payer, unitId: unit.id })),
  );
  await insertRows(client, 'funds.settlement_payer', { payer: 'text', unit_id: 'uuid' }, payers, ({ payer, unitId }) => [payer, unitId]);
}

const SUMS = `insert into funds.village_funds (region_id, year, path, reserved, paid, returned, lines)
  select region_id, year, path, 0, sum(amount), 0, count(*) from funds.disbursement_line group by region_id, year, path`;

function cityOf(city: City): RegionRow {
  const found = city.regions.find(({ kind }) => kind === 'city');
  if (!found) throw new Error('the tree has no city');
  return found;
}

const yearOf = (day: string) => Number(day.slice(0, 4));
