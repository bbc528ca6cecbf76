// Takes a case of a look-back (回头看一户) one step on: under a lock, while its campaign is open, with a step written that never changes.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { LookBack } from './look-back.entity';
import { type CaseState, checkCaseMove } from './look-back.rules';
import { LookBackCase } from './look-back-case.entity';
import { lookBackRefusals as refusals } from './look-back-refusals.rules';

export interface CaseMove {
  to: CaseState;
  change: Partial<LookBackCase>;
  remark: string | null;
}

export interface CaseMoment {
  rows: WriteRows;
  now: Date;
  personId: string;
  lookBack: LookBack;
}

const noCase = () => commonRefusals.notFound({ what: '回头看户 case of a look-back' });

export async function moveCase(
  { caller, inScope }: Context,
  action: string,
  id: string,
  decide: (one: LookBackCase, moment: CaseMoment) => Promise<CaseMove> | CaseMove,
): Promise<string> {
  const { personId } = caller;
  if (!isId(id) || personId === null) throw noCase();
  try {
    return await inScope.write({ action, target: id }, async (rows) => {
      const [one] = await rows.select(LookBackCase, 'where t.id = $1 for update', [id]);
      if (!one) throw noCase();
      const [lookBack] = await rows.select(LookBack, 'where t.id = $1', [one.lookBackId]);
      if (!lookBack) throw noCase();
      if (lookBack.closedAt !== null) throw refusals.lookBackClosed();
      const now = await rows.now();
      const { to, change, remark } = await decide(one, { rows, now, personId, lookBack });
      checkCaseMove(one, to);
      refusePersonalNumbers('remark', remark);
      await rows.manager.update(LookBackCase, { id }, { ...change, state: to } as object);
      await writeCaseStep(rows, one, { from: one.state, to, remark, personId, now });
      return id;
    });
  } catch (error) {
    const broken = brokenConstraint(error);
    if (broken === 'look_back_case_four_eyes') throw refusals.lookBackSamePerson();
    if (broken === 'look_back_case_one_determination') throw refusals.lookBackFixTaken();
    throw error;
  }
}

export async function writeCaseStep(
  rows: WriteRows,
  { id, regionId, path }: Pick<LookBackCase, 'id' | 'regionId' | 'path'>,
  step: { from: CaseState | null; to: CaseState; remark: string | null; personId: string; now: Date },
): Promise<void> {
  await rows.query(
    `insert into households.look_back_step (id, case_id, region_id, path, from_state, to_state, remark, taken_by, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [newId(), id, regionId, path, step.from, step.to, step.remark, step.personId, step.now],
  );
}
