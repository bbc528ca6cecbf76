// Loads the demo city's findings (问题) by the way that every finding goes: recorded, then taken from state to state.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { projectRoot } from '#platform/process/project-root';
import { packHash } from '#platform/vocabulary/canonical';
import { numberOf } from '../../services/assessments/finding/finding.rules';
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
    for (const [at, to] of row.steps.entries()) {
      await take(client, row, { from, to, at: later(row.foundOn, 1 + at * 2), due, unitOf });
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
}

/** What each state sets, of the columns that a finding has; `$2` is the moment. */
async function take(client: Client, row: FindingRow, { from, to, at, due, unitOf }: Taken): Promise<void> {
  const measures = '明确专人，逐户核对，限期补齐';
  const done = '已逐项整改，佐证材料齐全';
  const sets: Record<FindingStepName, Record<string, unknown>> = {
    assigned: { lead_unit: row.leadUnit, due_on: due, assigned_by: row.assignedBy, assigned_at: at },
    accepted: { accepted_at: at },
    rectifying: { responsible_id: row.responsibleId, measures, planned_on: due },
    'closure-requested': { requested_by: row.responsibleId, requested_at: at, result: done },
    rechecked: { rechecked_by: row.recheckedBy, rechecked_unit: unitOf.get(row.recheckedBy) ?? null, rechecked_at: at },
    closed: { closed_by: row.closedBy, closed_unit: unitOf.get(row.closedBy) ?? null, closed_at: at },
  };
  const set = Object.entries({ state: to, ...sets[to] });
  const columns = set.map(([column], index) => `${column} = $${index + 2}`).join(', ');
  await client.query(`update assessments.finding set ${columns} where id = $1`, [
    row.id,
    ...set.map(([, value]) => value),
  ]);
  const by =
    to === 'assigned'
      ? row.assignedBy
      : to === 'rechecked'
        ? row.recheckedBy
        : to === 'closed'
          ? row.closedBy
          : row.responsibleId;
  const remark = to === 'rectifying' ? measures : to === 'closure-requested' ? done : null;
  await client.query(
    `insert into assessments.finding_step (id, finding_id, region_id, path, lead_unit, round, from_state, to_state, taken_by, taken_unit, taken_at, due_on, remark)
     values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11, $12)`,
    [
      idOf(0, 'finding-step', `${row.id}/${to}`),
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
      remark,
    ],
  );
}
