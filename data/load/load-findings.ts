// Loads the demo city's findings (问题) by the way that every finding goes: recorded, then taken from state to state.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { projectRoot } from '#platform/process/project-root';
import { packHash } from '#platform/vocabulary/canonical';
import { emptyRound, numberOf } from '../../services/assessments/finding/finding.rules';
import { dueOn, parseFindingPack, weightOf } from '../../services/assessments/finding/finding-pack.rules';
import type { City } from '../generate/city';
import { type FindingRow, type FindingStepName, findings } from '../generate/findings';
import { idOf } from '../generate/ids';

const later = (day: string, days: number) => new Date(Date.parse(`${day}T02:00:00Z`) + days * 86_400_000).toISOString();

export async function loadFindings(client: Client, city: City, tick: (rows: number) => void): Promise<void> {
  const file = join(projectRoot, 'data/findings/findings-2018.json');
  const pack = parseFindingPack(JSON.parse(readFileSync(file, 'utf8')));
  const unitOf = new Map(city.persons.map((person) => [person.id, person.unitId]));
  const rows = findings(0, city);
  for (const row of rows) {
    await client.query(
      `insert into assessments.finding (id, number, source, region_id, path, category, content, found_on, found_by, found_unit, recorded_at, released_at, pack_name, pack_hash, weight)
       values ($1, $2, 'manual', $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13)`,
      [
        row.id,
        numberOf(row.id),
        row.regionId,
        row.path,
        row.category,
        row.content,
        row.foundOn,
        row.foundBy,
        unitOf.get(row.foundBy) ?? null,
        later(row.foundOn, 0),
        pack.name,
        packHash(pack),
        weightOf(pack, row.category, 0),
      ],
    );
    const due = dueOn(pack, row.category, later(row.foundOn, 1).slice(0, 10));
    let from = 'found';
    let relapses = 0;
    for (const [at, to] of row.steps.entries()) {
      if (from === 'closed') relapses++;
      const weight = weightOf(pack, row.category, relapses);
      await take(client, row, {
        from,
        to,
        at: later(row.foundOn, 1 + at * 2),
        due,
        unitOf,
        relapses,
        weight,
        place: at,
      });
      from = to;
    }
  }
  tick(rows.length);
}

interface Taken {
  from: string;
  to: FindingStepName;
  at: string;
  due: string;
  unitOf: ReadonlyMap<string, string | null>;
  relapses: number;
  weight: number;
  /** of the step among those of its finding */
  place: number;
}

const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** What a relapse takes back, by the rule's own list. */
const undone = Object.fromEntries(Object.keys(emptyRound).map((name) => [column(name), null]));

/** What each state sets, of the columns that a finding has; `$2` is the moment. */
async function take(
  client: Client,
  row: FindingRow,
  { from, to, at, due, unitOf, relapses, weight, place }: Taken,
): Promise<void> {
  const measures = '明确专人，逐户核对，限期补齐';
  const done = '已逐项整改，佐证材料齐全';
  const sets: Record<FindingStepName, Record<string, unknown>> = {
    assigned: {
      ...(relapses > 0 ? { ...undone, relapses, weight } : {}),
      lead_unit: row.leadUnit,
      due_on: due,
      assigned_by: row.assignedBy,
      assigned_at: at,
    },
    accepted: { accepted_at: at },
    rectifying: { responsible_id: row.responsibleId, measures, planned_on: due },
    'closure-requested': { requested_by: row.responsibleId, requested_at: at, result: done },
    rechecked: { rechecked_by: row.recheckedBy, rechecked_unit: unitOf.get(row.recheckedBy) ?? null, rechecked_at: at },
    closed: { closed_by: row.closedBy, closed_unit: unitOf.get(row.closedBy) ?? null, closed_at: at },
    returned: { rechecked_by: null, rechecked_unit: null, rechecked_at: null },
    accountable: {},
  };
  const set = Object.entries({ state: to, ...sets[to] });
  const columns = set.map(([column], index) => `${column} = $${index + 2}`).join(', ');
  await client.query(`update assessments.finding set ${columns} where id = $1`, [
    row.id,
    ...set.map(([, value]) => value),
  ]);
  const hands: Partial<Record<FindingStepName, string>> = {
    assigned: row.assignedBy,
    rechecked: row.recheckedBy,
    returned: row.recheckedBy,
    closed: row.closedBy,
    accountable: row.closedBy,
  };
  const by = hands[to] ?? row.responsibleId;
  const words: Partial<Record<FindingStepName, string>> = {
    rectifying: measures,
    'closure-requested': done,
    returned: '整改不到位，佐证材料不足',
    accountable: '逾期未完成整改',
    ...(from === 'closed' ? { assigned: '回访发现问题反弹' } : {}),
  };
  await client.query(
    `insert into assessments.finding_step (id, finding_id, region_id, path, lead_unit, round, from_state, to_state, taken_by, taken_unit, taken_at, due_on, remark, document_number)
     values ($1, $2, $3, $4, $5, $13, $6, $7, $8, $9, $10, $11, $12, $14)`,
    [
      idOf(0, 'finding-step', `${row.id}/${place}`),
      row.id,
      row.regionId,
      row.path,
      row.leadUnit,
      from,
      to,
      by,
      unitOf.get(by) ?? null,
      at,
      due,
      words[to] ?? null,
      relapses + 1,
      to === 'accountable' ? '莱扶组督〔2018〕2号（拟）' : null,
    ],
  );
}
