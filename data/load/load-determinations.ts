// Loads the demo city's determinations and its look-back by the way that each goes: proposed, then taken from step to step, as the constraints ask.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { projectRoot } from '#platform/process/project-root';
import { packHash } from '#platform/vocabulary/canonical';
import { maskName } from '#platform/vocabulary/identity-number';
import { parseDeterminationPack } from '../../services/households/determination/determination-pack.rules';
import { noticeBody, noticeTitle } from '../../services/households/determination/public-notice.rules';
import type { City } from '../generate/city';
import { type DeterminationRow, determinations } from '../generate/determinations';
import { idOf } from '../generate/ids';
import { loadLookBack } from './load-look-back';

const file = (path: string): unknown => JSON.parse(readFileSync(join(projectRoot, path), 'utf8'));
const columnOf = { appraise: 'appraised_by', review: 'reviewed_by' } as const;

/** Notices begin on the day of the load, because they end by the clock. */
export async function loadDeterminations(client: Client, city: City, tick: (rows: number) => void): Promise<void> {
  const pack = parseDeterminationPack(file('data/determinations/laiwu-2018.json'));
  const made = determinations(0, city);
  for (const row of made.determinations) {
    const procedure = pack.kinds.find(({ code }) => code === row.kind);
    if (!procedure) throw new Error(`no procedure ${row.kind}`);
    const { id, household, fromState, reason, people, proposedBy } = row;
    await client.query(
      `insert into households.determination (id, household_id, region_id, path, kind, kind_title, year, reason, pack_name, pack_hash, steps, falls_back_to,
         from_state, head_masked, people, moved_at, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, 2018, $7, $8, $9, $10, $11, $12, $13, $14, '2018-05-07T02:00:00Z', $15, '2018-05-07T02:00:00Z')`,
      [
        ...[
          id,
          household.id,
          household.regionId,
          household.path,
          row.kind,
          procedure.title,
          reason,
          pack.name,
          packHash(pack),
        ],
        ...[JSON.stringify(procedure.steps), procedure.fallsBackTo, fromState, maskName(row.head), people, proposedBy],
      ],
    );
    await step(client, row, { at: 0, code: 'proposal', deed: 'propose', by: proposedBy, facts: {} });
    for (const [at, taken] of row.taken.entries()) {
      const plan = procedure.steps[at];
      if (!plan) throw new Error(`${row.kind} has no step ${at}`);
      const facts = taken.inFavour ? { heldOn: '2018-05-09', present: 30, inFavour: taken.inFavour } : {};
      if (taken.does === 'post') await post(client, city, row, { title: procedure.title, plan, by: taken.by });
      else
        await client.query(
          `update households.determination set at = $2, ${columnOf[taken.does]} = $3, moved_at = '2018-05-09T02:00:00Z' where id = $1`,
          [id, at + 1, taken.by],
        );
      await step(client, row, { at: at + 1, code: plan.code, deed: taken.does, by: taken.by, facts });
      if (taken.inFavour && taken.inFavour * 2 <= 30)
        await client.query(
          `update households.determination set status = 'refused', ended_at = '2018-05-09T02:00:00Z' where id = $1`,
          [id],
        );
    }
  }
  tick(made.determinations.length);
  if (made.lookBack) await loadLookBack(client, made.lookBack, made.hands, tick);
}

async function step(
  client: Client,
  { id, household }: DeterminationRow,
  taken: { at: number; code: string; deed: string; by: string; facts: object },
): Promise<void> {
  await client.query(
    `insert into households.determination_step (id, determination_id, region_id, path, at, step, deed, facts, taken_by, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '2018-05-09T02:00:00Z'::timestamptz + make_interval(hours => $5::int))`,
    [
      idOf(0, 'determination-step', `${id}/${taken.at}`),
      id,
      household.regionId,
      household.path,
      taken.at,
      taken.code,
      taken.deed,
      taken.facts,
      taken.by,
    ],
  );
}

interface Posted {
  title: { zh: string; en: string };
  plan: { code: string; days?: number | undefined; title: { zh: string; en: string } };
  by: string;
}

async function post(client: Client, city: City, row: DeterminationRow, { title, plan, by }: Posted): Promise<void> {
  const days = plan.days ?? 7;
  const { rows } = await client.query<{ from: string; until: string }>(
    `select d::text as from, (d + $1::int)::text as until from (select (now() at time zone 'Asia/Shanghai')::date as d) today`,
    [days],
  );
  const { from: fromOn = '', until: untilOn = '' } = rows[0] ?? {};
  const place = city.regions.find(({ id }) => id === row.household.regionId)?.name ?? '';
  const lines = [{ line: 1, village: place, head: maskName(row.head), people: row.people }];
  const facts = {
    place,
    kindTitle: title,
    stepTitle: plan.title,
    announces: false,
    year: 2018,
    lines,
    fromOn,
    untilOn,
    days,
    documents: [],
  };
  const notice = idOf(0, 'public-notice', row.id);
  const { regionId, path } = row.household;
  await client.query(
    `insert into households.public_notice (id, region_id, path, kind, step, announces, title, body, lines, from_on, until_on, posted_by, posted_at)
     values ($1, $2, $3, $4, $5, false, $6, $7, $8, $9, $10, $11, now())`,
    [
      notice,
      regionId,
      path,
      row.kind,
      plan.code,
      noticeTitle(facts),
      noticeBody(facts),
      JSON.stringify(lines),
      fromOn,
      untilOn,
      by,
    ],
  );
  await client.query(
    'insert into households.posted_line (notice_id, line, determination_id, region_id, path) values ($1, 1, $2, $3, $4)',
    [notice, row.id, regionId, path],
  );
  await client.query(
    'update households.determination set notice_id = $2, posted_until = $3, moved_at = now() where id = $1',
    [row.id, notice, untilOn],
  );
}
