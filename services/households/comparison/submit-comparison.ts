// Compares a list of another bureau with the register (提交比对名单): by blind index, in the own range; what meets nobody leaves no trace but its count.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import { addDays, beijingDay } from '#platform/vocabulary/calendar-day';
import { canonicalJson } from '#platform/vocabulary/canonical';
import { isIdentityNumber } from '#platform/vocabulary/identity-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import { packHolding } from '../rule-pack/rule-pack.loader';
import type { HouseholdsContext } from '../tools';
import type { ComparisonInput } from './comparison.input';
import { type ComparisonKind, comparisonPackKind, isAskedAbout, keptOf, kindOf } from './comparison-pack.rules';
import { comparisonRefusals } from './comparison-refusals.rules';

const MOST = 5000;

/** One member, and all that the list tells of him. */
interface Told {
  index: string;
  facts: string[];
}

interface Met {
  id: string;
  householdId: string;
  regionId: string;
  path: string;
  index: string;
}

export async function submitComparison(
  context: HouseholdsContext,
  input: ComparisonInput,
  idempotencyKey: string,
): Promise<string> {
  const { caller, inScope, tools } = context;
  if (input.rows.length < 1 || input.rows.length > MOST)
    throw invalidInput('rows', `须为 1 至 ${MOST} 行`, `has 1 to ${MOST} rows`);
  const { lo, hi } = await inScope.range();
  // The list is known again by its blind index: a plain hash of a short list could be guessed through.
  const payload = tools.personalData.blindIndex(
    canonicalJson({ ...input, rows: input.rows.map((row) => ({ ...row })) }),
  );
  return inScope.write(
    { action: 'submitComparison', facts: { kind: input.kind, rows: input.rows.length } },
    async (rows) => {
      const once = { subgraph: 'households' as const, caller, operation: 'submitComparison', idempotencyKey, payload };
      const id = await onceOnly(rows, once, () => compare(context, rows, input, { lo, hi }));
      rows.deed.target = id;
      return id;
    },
  );
}

async function compare(
  { caller, tools }: HouseholdsContext,
  rows: WriteRows,
  input: ComparisonInput,
  { lo, hi }: { lo: string; hi: string },
): Promise<string> {
  const today = beijingDay(await rows.now());
  if (input.asOf > today) throw invalidInput('asOf', '不能晚于今天', 'cannot lie after today');
  const bureau = checkText(input.bureau, 'bureau', 2, 60);
  const documentNumber = input.documentNumber ? checkText(input.documentNumber, 'documentNumber', 2, 60) : null;
  const { pack, hash } = await packHolding(rows, comparisonPackKind, today, comparisonRefusals.comparisonRulesMissing);
  const kind = kindOf(pack, input.kind);
  const { told, illFormed } = readRows(input, kind, (number) => tools.personalData.blindIndex(number));
  const met = await rows.query<Met & { asked: boolean }>(
    `select m.id, m.household_id as "householdId", m.region_id as "regionId", m.path, m.id_number_index as index, h.state <> all ($4::text[]) as asked
     from households.member m join households.household h on h.id = m.household_id
     where m.id_number_index = any ($1::text[]) and m.left_on is null and m.path >= $2 and m.path < $3 order by m.id`,
    [[...told.keys()], lo, hi, pack.passedOverStates],
  );
  const rule = `${pack.name}/${kind.kind}: ${kind.asks.zh} · ${kind.asks.en}`;
  const id = newId();
  const asked = met.filter((each) => each.asked && (told.get(each.index)?.facts.length ?? 0) > 0);
  const numbers = new Set(met.map(({ index }) => index));
  const list = [
    id,
    input.kind,
    bureau,
    documentNumber,
    input.asOf,
    pack.name,
    hash,
    rule,
    input.rows.length,
    illFormed,
  ];
  await rows.query(
    `insert into households.comparison (id, kind, bureau, document_number, as_of, pack_name, pack_hash, rule, row_count, ill_formed, matched, asked,
       region_id, path, submitted_by)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, s.region_id, s.path, $13 from households.scope s where s.region_id = $14`,
    [
      ...list,
      countRows(told, numbers),
      new Set(asked.map(({ index }) => index)).size,
      caller.personId,
      caller.regionId,
    ],
  );
  const column = <T>(of: (each: Met) => T) => asked.map(of);
  // Whoever is asked about already by an open match of this kind is not asked twice.
  await rows.query(
    `insert into households.comparison_match (id, comparison_id, kind, rule, pack_hash, member_id, household_id, region_id, path, fact_sealed, verify_due_on, close_due_on)
     select x.id, $1, $2, $3, $4, x.member_id, x.household_id, x.region_id, x.path, x.fact, $5, $6
     from unnest($7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::text[], $12::bytea[]) x(id, member_id, household_id, region_id, path, fact)
     on conflict do nothing`,
    [
      id,
      input.kind,
      rule,
      hash,
      addDays(today, pack.verifyDays),
      addDays(today, pack.closeDays),
      column(() => newId()),
      column((each) => each.id),
      column((each) => each.householdId),
      column((each) => each.regionId),
      column((each) => each.path),
      column(({ index }) => tools.personalData.seal([...new Set(told.get(index)?.facts)].join('、'))),
    ],
  );
  return id;
}

/** By member; of a row that asks nothing no fact stays, yet it counts as met. */
function readRows(
  { rows }: ComparisonInput,
  kind: ComparisonKind,
  indexOf: (number: string) => string,
): { told: Map<string, Told & { rows: number }>; illFormed: number } {
  const told = new Map<string, Told & { rows: number }>();
  let illFormed = 0;
  for (const [at, { idNumber, fact, amount }] of rows.entries()) {
    const number = idNumber.normalize('NFKC').trim().toUpperCase();
    if (!isIdentityNumber(number)) {
      illFormed++;
      continue;
    }
    const index = indexOf(number);
    const each = told.get(index) ?? { index, facts: [], rows: 0 };
    each.rows++;
    if (isAskedAbout(kind, amount ?? null)) each.facts.push(keptOf(kind, fact, `rows[${at}].fact`));
    told.set(index, each);
  }
  return { told, illFormed };
}

const countRows = (told: ReadonlyMap<string, { rows: number }>, met: ReadonlySet<string>): number =>
  [...met].reduce((sum, index) => sum + (told.get(index)?.rows ?? 0), 0);
