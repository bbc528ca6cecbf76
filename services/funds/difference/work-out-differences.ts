// Works out what a changed year makes of its later settlements (差额测算): each anew, in order, by what those before it leave in the running totals.
import type { Rows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { packContent } from '#platform/graph/pack/pack-in-force';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { differenceOf, isNothing } from '../settlement/difference.rules';
import { resettle } from '../settlement/engines.rules';
import type { RunningTotals } from '../settlement/running-total.rules';
import { Settlement } from '../settlement/settlement.entity';
import { engineVersion } from '../settlement/settlement.rules';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import { fenOfTexts, type StoredInput, textsOfFen } from '../settlement/stored-input.rules';
import { settlementPolicyKind } from '../settlement-policy/settlement-policy.rules';

export interface YearHistory {
  seen: number;
  rows: { id: string; stay: boolean; moved: Record<string, string> }[];
}

export interface WorkedLine {
  id: string;
  settlementId: string;
  patientPays: string;
  shares: { layer: string; payer: string; amount: string }[];
  moved: { name: string; amount: string }[];
  engineVersion: string;
  input: StoredInput;
  outcome: unknown;
}

export async function workOutDifferences(
  rows: Rows,
  causeId: string,
  { rows: standing }: YearHistory,
): Promise<WorkedLine[]> {
  const ids = standing.map(({ id }) => id);
  const found = await rows.select(
    Settlement,
    `where (t.id = any ($1::uuid[]) or t.supplements_id = any ($1::uuid[])) and t.kind <> 'strike' order by t.id`,
    [ids],
  );
  const firsts = new Map(found.map((each) => [each.id, each]));
  const latest = new Map(found.map((each) => [each.supplementsId ?? each.id, each]));
  const changedFrom = await changedSince(rows, causeId);
  const lines: WorkedLine[] = [];
  let running: RunningTotals = {};
  let stays = 0;
  for (const { id, stay, moved } of standing) {
    const [first, last] = [firsts.get(id), latest.get(id)];
    if (!first || !last) throw commonRefusals.notFound({ what: '结算 settlement' });
    if (id <= changedFrom) running = added(running, fenOfTexts(moved));
    else {
      const { line, moved: now } = await again(rows, first, last, { running, stayOfYear: stays + 1 });
      if (line) lines.push(line);
      running = added(running, now);
    }
    if (stay) stays += 1;
  }
  return lines;
}

/** What was struck or supplemented: those settled after it are worked out again. */
async function changedSince(rows: Rows, causeId: string): Promise<string> {
  const [cause] = await rows.select(Settlement, 'where t.id = $1', [causeId]);
  return cause?.strikesId ?? cause?.supplementsId ?? causeId;
}

async function again(
  rows: Rows,
  first: Settlement,
  last: Settlement,
  { running, stayOfYear }: { running: RunningTotals; stayOfYear: number },
): Promise<{ line: WorkedLine | null; moved: RunningTotals }> {
  if (!last.input) throw settlementRefusals.inputNotKept({ engineVersion: last.engineVersion });
  const pack = await packContent(rows, settlementPolicyKind, { id: first.policyId, hash: first.packHash });
  const before = resettle(last.engineVersion, pack, last.input);
  const input = { ...last.input, running: stored(running), facts: { ...last.input.facts, stayOfYear } };
  const after = resettle(engineVersion, pack, input);
  if (!before || !after) throw settlementRefusals.engineUnknown({ engineVersion: last.engineVersion });
  const difference = differenceOf(before, after);
  if (isNothing(difference)) return { line: null, moved: after.moved };
  const line = {
    id: newId(),
    settlementId: first.id,
    patientPays: difference.patientPays.toString(),
    shares: difference.shares.map((share) => ({ ...share, amount: share.amount.toString() })),
    moved: difference.moved.map(({ name, amount }) => ({ name, amount: amount.toString() })),
    engineVersion,
    input,
    outcome: after.outcome,
  };
  return { line, moved: after.moved };
}

/** What is zero is left out, as it stands in the stored ones. */
const stored = (totals: RunningTotals): Record<string, string> =>
  textsOfFen(Object.fromEntries(Object.entries(totals).filter(([, fen]) => fen !== 0n)));

function added(one: RunningTotals, other: RunningTotals): RunningTotals {
  const sum: Record<string, bigint> = { ...one };
  for (const [name, fen] of Object.entries(other)) sum[name] = (sum[name] ?? 0n) + fen;
  return sum;
}
