// Drafts an area programme (起草山区开发方案): of villages that all lie in the drafter's own range.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { readWords } from '../project/project-facts.rules';
import { AreaProgramme } from './area-programme.entity';
import type { DraftAreaProgrammeInput } from './area-programme.input';

export async function draftAreaProgramme(context: Context, input: DraftAreaProgrammeInput): Promise<string> {
  const { caller, inScope } = context;
  const { fromYear, toYear, planned } = input;
  if (toYear < fromYear || toYear > fromYear + 10)
    throw invalidInput('toYear', '须为起始年度起十年以内', 'within ten years of the first');
  if (planned <= 0n) throw invalidInput('planned', '须大于零', 'above zero');
  const villages = [...new Set(input.villageIds)];
  const paths = await Promise.all(villages.map((id) => (isId(id) ? inScope.pathWithin(id) : null)));
  const own = caller.regionId === null ? null : await inScope.pathWithin(caller.regionId);
  if (caller.personId === null || own === null || paths.some((path) => path === null))
    throw commonRefusals.notFound({ what: '村 village' });
  const id = newId();
  const programme = {
    ...{ id, name: readWords(input.name, 'name', 4, 100), regionId: caller.regionId ?? '', path: own },
    ...{ fromYear, toYear, goals: readWords(input.goals, 'goals', 4, 2000), planned, draftedBy: caller.personId },
  };
  return inScope.write(
    { action: 'draftAreaProgramme', target: id, facts: { villages: villages.length } },
    async (rows) => {
      await rows.manager.insert(AreaProgramme, { ...programme, draftedAt: await rows.now() });
      await rows.query(
        'insert into funds.area_programme_village (programme_id, region_id, path) select $1, given.id, given.path from unnest($2::uuid[], $3::text[]) as given(id, path)',
        [id, villages, paths],
      );
      return id;
    },
  );
}
