// Plans a supervision (拟定督导) by a procedure in force: its subjects and officials read of it at once, because it is open.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { packHash } from '#platform/vocabulary/canonical';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { findProcedure } from '../procedure/find-procedures';
import { ProcedureSet } from '../procedure/procedure.entity';
import { Supervision } from './supervision.entity';
import type { PlanSupervisionInput } from './supervision.input';
import { checkOrganiser, checkSubject } from './supervision.rules';
import { SupervisionSubject } from './supervision-subject.entity';

type Found = Pick<SupervisionSubject, 'unitId' | 'regionId' | 'path'> & { kind: string };

const regionsById = `select null as "unitId", s.region_id as "regionId", s.path, s.kind from assessments.scope s
  where s.region_id = any($1::uuid[]) and s.path >= $2 and s.path < $3`;
/** A member unit is known here by its tasks of the year, which hang on the city. */
const unitsById = `select distinct t.unit_id as "unitId", t.region_id as "regionId", t.path, 'member-unit' as kind from assessments.task t
  where t.unit_id = any($1::uuid[]) and t.path >= $2 and t.path < $3 and t.year = $4`;

export async function planSupervision(context: Context, input: PlanSupervisionInput): Promise<Supervision> {
  const { caller, inScope } = context;
  const { quarter, set, form, topic, startsOn, endsOn } = input;
  refusePersonalNumbers('topic', topic);
  const pack = await findProcedure(context, quarter, `${set}-${form}`);
  checkOrganiser(pack, caller.post);
  if (startsOn > endsOn)
    throw invalidInput('endsOn', '结束日期不能早于开始日期', 'the last day is not before the first');
  const { regionId, personId } = caller;
  if (regionId === null || personId === null) throw commonRefusals.outOfScope();
  const subjects = await subjectsOf(context, input);
  for (const { kind, unitId, regionId: place } of subjects) checkSubject(pack, kind, unitId ?? place);
  const { lo: path } = await inScope.range();
  return inScope.write(
    {
      action: 'planSupervision',
      target: null,
      facts: { quarter, procedure: pack.procedure, subjects: subjects.length },
    },
    async (rows) => {
      const supervision = Object.assign(new Supervision(), {
        id: newId(),
        issuerId: personId,
        regionId,
        path,
        quarter,
        peerSet: set,
        form,
        packName: pack.name,
        packHash: packHash(pack),
        topic,
        startsOn,
        endsOn,
        plannedAt: await rows.now(),
        carriedOutAt: null,
        recordedAt: null,
        releasedAt: null,
        outputId: null,
        number: null,
      });
      rows.deed.target = supervision.id;
      await rows.manager.insert(Supervision, supervision);
      await rows.manager.insert(
        SupervisionSubject,
        subjects.map(({ kind: _, ...subject }) => ({ ...subject, id: newId(), supervisionId: supervision.id })),
      );
      return supervision;
    },
    'issuer',
  );
}

/** In scope, or as if they did not exist. */
async function subjectsOf({ inScope }: Context, input: PlanSupervisionInput): Promise<Found[]> {
  const ids = [...new Set(input.subjects)];
  const { lo, hi } = await inScope.range();
  const found = await inScope.read((rows) =>
    input.set === ProcedureSet.units
      ? rows.query<Found>(unitsById, [ids.filter(isId), lo, hi, Number(input.quarter.slice(0, 4))])
      : rows.query<Found>(regionsById, [ids.filter(isId), lo, hi]),
  );
  if (found.length < ids.length) throw commonRefusals.notFound({ what: '督导对象 subject of the supervision' });
  return found;
}
