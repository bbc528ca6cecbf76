// Studies a sheet (核对全表) from its first row to its last without writing any of it: counts, errors by cell, differences of a sheet that came back.
import { contentHash } from '#platform/vocabulary/canonical';
import type { HouseholdsContext } from '../tools';
import type { BegunImport } from './begin-import';
import { type CellDifference, compareRows } from './compare-rows';
import { findKnown } from './find-known';
import { findVillages } from './find-villages';
import { openSheet, type SheetRights } from './open-sheet';
import type { CellFlaw, SheetBatch } from './sheet-batch.rules';
import { tellFailure, tellProgress } from './tell-progress';

/** More than anybody mends by hand; the number of all is told beside. */
const MOST_KEPT = 5000;

export async function studySheet(context: HouseholdsContext, begun: BegunImport, rights: SheetRights): Promise<void> {
  const { id, path, sha256, registeredOn, documentNumber } = begun;
  const progress = tellProgress(context, id);
  const found = {
    flaws: [] as CellFlaw[],
    flawCount: 0,
    differences: [] as CellDifference[],
    changes: 0,
    conflicts: 0,
    states: false,
  };
  let kind: SheetBatch['kind'] = 'national';
  try {
    const asked = await openSheet(context, begun, rights, { seals: false });
    const villages = await findVillages(context);
    for await (const batch of context.tools.sheets.read(asked)) {
      kind = batch.kind;
      const known = await context.inScope.read((rows) => findKnown(rows, batch.households, villages.find));
      const compared = await compareRows(context, batch.changes, rights, { named: villages.named });
      keep(found.flaws, [...batch.flaws, ...known.flaws, ...compared.flaws]);
      found.flawCount += batch.flaws.length + known.flaws.length + compared.flaws.length;
      keep(found.differences, compared.differences);
      found.states ||= batch.households.some(({ state }) => state !== null);
      for (const { verdict } of compared.differences) {
        if (verdict === 'forbidden') found.flawCount++;
        if (verdict === 'change') found.changes++;
        if (verdict === 'conflict') found.conflicts++;
      }
      await progress.took(batch);
    }
    const hash = contentHash({ sha256, kind, registeredOn, documentNumber });
    await context.inScope.write({ action: 'registerImport', target: id, isStep: true }, async (rows) => {
      const { counts } = progress;
      for (const table of ['register_import_flaw', 'register_import_difference'])
        await rows.query(`delete from households.${table} where import_id = $1`, [id]);
      await rows.query(FLAWS, [
        id,
        path,
        found.flaws.map(({ line }) => line),
        found.flaws.map(({ cell }) => cell),
        found.flaws.map(({ title }) => title),
        found.flaws.map(({ code }) => code),
      ]);
      const { personalData } = context.tools;
      await rows.query(DIFFERENCES, [
        id,
        path,
        found.differences.map(({ line }) => line),
        found.differences.map(({ cell }) => cell),
        found.differences.map(({ title }) => title),
        found.differences.map(({ householdId }) => householdId),
        found.differences.map(({ memberId }) => memberId),
        found.differences.map(({ key }) => key),
        found.differences.map(({ verdict }) => verdict),
        found.differences.map(({ exported, current, uploaded }) =>
          personalData.seal(JSON.stringify([exported, current, uploaded])),
        ),
      ]);
      await rows.query(
        `update households.register_import set state = 'checked', kind = $2, content_hash = $3, line_count = $4, household_count = $5, member_count = $6,
           flaw_count = $7, change_count = $8, conflict_count = $9,
           states_told_by = case when $10 then person_id end, touched_at = now() where id = $1`,
        [
          id,
          kind,
          hash,
          counts.lines,
          counts.households,
          counts.members,
          found.flawCount,
          found.changes,
          found.conflicts,
          found.states,
        ],
      );
    });
  } catch (error) {
    await tellFailure(context, id, error);
  }
}

function keep<T>(kept: T[], more: readonly T[]): void {
  kept.push(...more.slice(0, MOST_KEPT - kept.length));
}

const FLAWS = `insert into households.register_import_flaw (import_id, path, ordinal, line, cell, title, code)
select $1::uuid, $2::text, u.ordinal, u.line, u.cell, u.title, u.code
from unnest($3::int[], $4::text[], $5::text[], $6::text[]) with ordinality u(line, cell, title, code, ordinal)`;

const DIFFERENCES = `insert into households.register_import_difference (import_id, path, ordinal, line, cell, title, household_id, member_id, field, verdict, sealed)
select $1::uuid, $2::text, u.ordinal, u.line, u.cell, u.title, u.household_id, u.member_id, u.field, u.verdict, u.sealed
from unnest($3::int[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::bytea[])
  with ordinality u(line, cell, title, household_id, member_id, field, verdict, sealed, ordinal)`;
