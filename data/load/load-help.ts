// Loads what the demo year knows of help: plans with their measures, campaigns, and two visits that the rules would have flagged.
import type { Client } from 'pg';
import type { City } from '../generate/city';
import { campaigns, helpPlans } from '../generate/help';

const at = (day: string) => `${day}T09:00:00+08:00`;

export async function loadHelp(client: Client, city: City, seed = 371_200): Promise<void> {
  for (const { id, household, goal, draftedBy, reviewedBy, measures } of helpPlans(seed, city)) {
    const place = [household.id, household.regionId, household.path];
    await client.query(
      `insert into households.help_plan (id, household_id, region_id, path, year, goal, drafted_by, drafted_at, reviewed_by, reviewed_at, outcome)
       values ($1, $2, $3, $4, 2018, $5, $6, $7, $8, $9, 'approved')`,
      [id, ...place, goal, draftedBy, at('2018-01-15'), reviewedBy, at('2018-01-22')],
    );
    for (const [ordinal, measure] of measures.entries()) {
      await client.query(
        `insert into households.help_measure (id, plan_id, household_id, region_id, path, ordinal, cause, kind, content, due_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [measure.id, id, ...place, ordinal + 1, measure.cause, measure.kind, measure.content, measure.dueOn],
      );
      if (measure.carriedOn)
        await client.query(
          `insert into households.measure_result (measure_id, household_id, region_id, path, carried_on, effect, signed_by, carried_by, carried_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            measure.id,
            ...place,
            measure.carriedOn,
            measure.effect,
            household.headMemberId,
            draftedBy,
            at(measure.carriedOn),
          ],
        );
    }
  }
  for (const row of campaigns(seed, city)) {
    const region = city.regions.find(({ code }) => code === row.region);
    await client.query(
      `insert into households.campaign (id, kind, region_id, path, title, document_number, turn, starts_on, ends_on, covers, planned_by, planned_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        row.id,
        row.kind,
        region?.id,
        region?.path,
        row.title,
        row.documentNumber,
        row.turn,
        row.startsOn,
        row.endsOn,
        row.covers,
        row.plannedBy,
        at(row.startsOn),
      ],
    );
    for (const { id, regionId, path } of row.households)
      await client.query(
        `insert into households.campaign_visit (campaign_id, household_id, region_id, path, visitor_id, assigned_by, assigned_at)
         values ($1, $2, $3, $4, $5, $5, $6)`,
        [row.id, id, regionId, path, row.plannedBy, at(row.startsOn)],
      );
  }
  const helper = city.demoAccounts.find(({ account }) => account === 'helper-kouzhen')?.personId;
  await client.query(
    `insert into households.visit_flag (visit_id, household_id, region_id, path, helper_id, visited_on, kind, facts, pack_name, pack_hash, flagged_at)
     select v.id, v.household_id, v.region_id, v.path, v.helper_id, v.visited_on, k.kind, k.facts::jsonb, 'laiwu-visits-2018', '', v.recorded_at
     from (select *, row_number() over (order by visited_on, id) as at from households.visit where helper_id = $1 and visited_on >= '2018-02-01') v
     join (values (1, 'written-late', '{"days": 12}'), (2, 'copied-text', '{"sharePerMille": 1000}')) k(at, kind, facts) on k.at = v.at`,
    [helper],
  );
}
