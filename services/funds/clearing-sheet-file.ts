// The clearing sheet and the payment application as files (清算表、付款申请文件): made when fetched, as a page or a workbook, watermarked.
import type { FileMaker, MadeFile } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { Clearing } from './clearing/clearing.entity';
import { clearingById } from './clearing/clearing.loader';
import {
  ClearingSheet,
  clearingTable,
  paymentForm,
  type SheetFacts,
  type SheetLine,
  sheetTitles,
} from './clearing/clearing-sheet.rules';
import { TableFormat } from './fund-table/fund-table.rules';
import { bannerOf, bookOf } from './fund-table-file';
import { permissions } from './permissions';
import { tablePage } from './table-page';
import type { FundsContext } from './tools';

const NAMES =
  'query($who: [_Any!]!) { _entities(representations: $who) { ... on Person { id name } ... on Unit { id name } } }';
const LINES = `select l.ordinal, l.settlement_id as "settlementId", j.kind, l.settled_on::text as "settledOn", l.amount, l.deducted, d.reason
  from funds.clearing_line l join funds.claim_journal j on j.id = l.journal_id
  left join funds.clearing_deduction d on d.clearing_id = l.clearing_id and d.ordinal = l.ordinal where l.clearing_id = $1 order by l.ordinal`;

const handsOf = (told: Clearing) =>
  [
    { what: '申报', personId: told.claimedBy, on: told.claimedOn },
    { what: '审核', personId: told.reviewedBy, on: told.reviewedOn },
    { what: '核对', personId: told.reconciledBy, on: told.reconciledOn },
    { what: '经办', personId: told.madeBy, on: told.madeOn },
    { what: '复核', personId: told.checkedBy, on: told.checkedOn },
    { what: '支付', personId: told.paidBy, on: told.paidOn },
  ].filter(({ personId }) => personId !== null);

export async function namesOf(
  { ask }: FundsContext,
  persons: readonly string[],
  units: readonly string[],
): Promise<Map<string, string>> {
  const who = [
    ...persons.map((id) => ({ __typename: 'Person', id })),
    ...units.map((id) => ({ __typename: 'Unit', id })),
  ];
  const { _entities } = await ask<{ _entities: ({ id: string; name: string | null } | null)[] }>(
    'organisation',
    NAMES,
    { who },
  );
  return new Map(_entities.flatMap((each) => (each ? [[each.id, each.name ?? ''] as const] : [])));
}

export const clearingSheetFile: FileMaker = async (given, about): Promise<MadeFile> => {
  const context = given as unknown as FundsContext;
  const { id, sheet, format, purpose } = about as Record<string, string>;
  if (!permissions.ruleOf('Mutation', 'requestClearingSheet').admits(context.caller)) throw commonRefusals.forbidden();
  const told = await clearingById.load(context, id ?? '');
  if (!told) throw commonRefusals.notFound({ what: '清算单 clearing' });
  const lines = await context.inScope.read(({ query }) => query<SheetLine>(LINES, [told.id]));
  const hands = handsOf(told);
  const persons = hands.map(({ personId }) => personId ?? '');
  const names = await namesOf(context, persons, [told.hospitalId, told.payerUnitId]);
  const nameOf = (of: string | null) => names.get(of ?? '') ?? '';
  const facts: SheetFacts = {
    ...told,
    hospital: nameOf(told.hospitalId),
    payer: nameOf(told.payerUnitId),
    hands: hands.map(({ what, personId, on }) => ({ what, who: nameOf(personId), on: on ?? '' })),
  };
  const made = sheet === ClearingSheet.payment ? paymentForm(facts) : clearingTable(facts, lines);
  const banner = await bannerOf(context, purpose ?? '');
  if (format === TableFormat.page) return tablePage({ ...made, of: told.period, banner, rows: [made.rows] });
  const name = `${sheetTitles[sheet as ClearingSheet]}-${told.period}`;
  return { name: `${name}.xlsx`, contentType: contentTypes.xlsx, body: bookOf([made], banner) };
};
