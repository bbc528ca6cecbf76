// W9, second half: households written with their checks, under row-level security and with the sums of their villages, beside COPY of the same rows, sealed before.
import type { Client } from 'pg';
import { newId } from '#platform/database/new-id';
import { copyLine } from '../../data/load/copy-rows';
import { findKnown } from '../../services/households/register-import/find-known';
import { findVillages } from '../../services/households/register-import/find-villages';
import { insertRegister } from '../../services/households/register-import/insert-register';
import { nameVillages } from '../../services/households/register-import/name-villages';
import { HOUSEHOLDS_A_BATCH, type SealedHousehold } from '../../services/households/register-import/sheet-batch.rules';
import { villageSerials } from '../../services/households/register-import/village-serials';
import type { ScopedCaller } from '../scope/draw-callers';
import { type CopyTable, copyPeer } from './copy-peer';
import { drawHouseholds } from './draw-households';
import { type BulkFigure, bulkFigure } from './measure-divisions';
import type { SheetBench } from './open-desk';

class TakenBack extends Error {}

export interface HouseholdsFigure extends BulkFigure {
  /** numbers sealed a second by one thread, which the peer is spared */
  sealing: number;
}

export async function measureHouseholds(
  sql: Client,
  bench: SheetBench,
  { caller, range }: ScopedCaller,
  { households, rounds }: { households: number; rounds: number },
): Promise<HouseholdsFigure> {
  const context = bench.contextOf(caller);
  const { rows: villages } = await sql.query<{ id: string }>(
    `select region_id as id from households.scope where kind = 'village' and path >= $1 and path < $2 order by path`,
    [range.lo, range.hi],
  );
  const named = await nameVillages(
    context,
    villages.map(({ id }) => id),
  );
  const places = [...named.values()].map(({ counties, town, village }) => ({
    county: counties[0] ?? '',
    town,
    village,
  }));
  const begun = performance.now();
  const drawn = [...drawHouseholds(households, places, bench.personalData)];
  const sealing = Math.round((3000 * households) / (performance.now() - begun));
  const tables = peerTables(drawn, villages[0]?.id ?? newId(), range.lo);
  const ours: number[] = [];
  const copy: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sides = [
      async () => ours.push(await timeImport(context, drawn)),
      async () => copy.push(await copyPeer(sql, tables)),
    ];
    for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
  }
  // Rows of all tables, as the peer copies them.
  return {
    ...bulkFigure(
      tables.reduce((sum, { lines }) => sum + lines.length, 0),
      ours,
      copy,
    ),
    sealing,
  };
}

/** Every check and every deferred constraint; taken back in the end, so that the ground stays what it is. */
async function timeImport(
  context: ReturnType<SheetBench['contextOf']>,
  drawn: readonly SealedHousehold[],
): Promise<number> {
  const villageOf = (await findVillages(context)).find;
  const order = { importId: newId(), personId: context.caller.personId, documentNumber: null };
  let took = 0;
  await context.inScope
    .write({ action: 'registerImport', isStep: true }, async (rows) => {
      const begun = performance.now();
      const serials = villageSerials(rows);
      for (let from = 0; from < drawn.length; from += HOUSEHOLDS_A_BATCH) {
        const { placed, flaws } = await findKnown(rows, drawn.slice(from, from + HOUSEHOLDS_A_BATCH), villageOf);
        if (flaws.length > 0) throw new Error(`a drawn household is refused: ${JSON.stringify(flaws[0])}`);
        await serials.open(placed.map(({ village }) => village.code));
        await insertRegister(rows, placed, serials, order);
      }
      await rows.query('set constraints all immediate');
      took = performance.now() - begun;
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  return took;
}

const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;
const place = 'household_id, region_id, path';

function peerTables(drawn: readonly SealedHousehold[], regionId: string, path: string): CopyTable[] {
  const lines: Record<'household' | 'living' | 'member' | 'state' | 'number', string[]> = {
    household: [],
    living: [],
    member: [],
    state: [],
    number: [],
  };
  drawn.forEach(({ form, phone, members, number }, n) => {
    const id = newId();
    const ids = members.map(() => newId());
    const at = [id, regionId, path];
    lines.household.push(
      copyLine([
        id,
        `P${n}`,
        regionId,
        path,
        form.standard,
        form.type,
        form.mainCause,
        form.address,
        phone && hex(phone.sealed),
        phone ? phone.tail : null,
        form.registeredOn,
        ids[0] ?? id,
        'newly-identified',
        '2018',
      ]),
    );
    lines.living.push(copyLine([...at, '东头', 'f', 't', 'f']));
    lines.state.push(copyLine([...at, '2018', '1', 'newly-identified']));
    lines.number.push(copyLine([id, ...at, number, id]));
    members.forEach(({ facts, idNumber, number: own }, m) => {
      const { name, sex, birthday, relation, ethnicity, education, health, labour, insured } = facts;
      lines.member.push(
        copyLine([
          ids[m] ?? id,
          ...at,
          hex(idNumber.sealed),
          idNumber.tail,
          idNumber.index,
          name,
          sex,
          birthday,
          relation,
          ethnicity,
          education,
          health,
          labour,
          insured,
          'not-in-school',
          'none',
          '0',
          't',
        ]),
      );
      lines.number.push(copyLine([ids[m] ?? id, ...at, own, id]));
    });
  });
  return [
    {
      table: 'households.household',
      columns:
        'id, number, region_id, path, standard, type, main_cause, address, phone_sealed, phone_tail, registered_on, head_member_id, state, state_year',
      lines: lines.household,
    },
    {
      table: 'households.living_conditions',
      columns: `${place}, hamlet, dangerous_house, safe_water, water_difficulty`,
      lines: lines.living,
    },
    {
      table: 'households.member',
      columns: `id, ${place}, id_number_sealed, id_number_tail, id_number_index, name, sex, birthday, relation, ethnicity, education, health, labour, insured, schooling, work_place, work_months, critical_illness_insured`,
      lines: lines.member,
    },
    { table: 'households.household_state', columns: `${place}, year, ordinal, state`, lines: lines.state },
    { table: 'households.national_number', columns: `subject_id, ${place}, number, import_id`, lines: lines.number },
  ];
}
