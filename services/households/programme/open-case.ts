// Opens a case of a programme (开立专项事项) for a household or one of its members, with what must be told at first.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { getHousehold } from '../household/get-household';
import type { Household } from '../household/household.entity';
import { Member } from '../member/member.entity';
import { checkNeeded, readFacts, type ToldFact } from './case-facts.rules';
import { caseNumber, checkOfWhom, checkPost, flagsOf, waitingIn } from './case-step.rules';
import { ProgrammeCase } from './programme-case.entity';
import type { OpenCaseInput } from './programme-case.input';
import { type KnownProgrammePack, packInForceOn } from './programme-pack-on.loader';
import { programmeRefusals as refusals } from './programme-refusals.rules';

export async function openCase(context: Context, input: OpenCaseInput, idempotencyKey: string): Promise<string> {
  const { caller, inScope } = context;
  const facts = { programme: input.programme, householdId: input.householdId };
  return inScope.write({ action: 'openProgrammeCase', facts }, async (rows) => {
    const household = await getHousehold(rows, input.householdId);
    const once = { subgraph: 'households' as const, caller, operation: 'openProgrammeCase', idempotencyKey };
    const payload = { ...input, facts: input.facts.map((fact) => ({ ...fact })) };
    const id = await onceOnly(rows, { ...once, payload }, async () => {
      const memberId = input.memberId ? await memberOf(rows, household, input.memberId) : null;
      const known = await packInForceOn(rows, input.programme, beijingDay(await rows.now()));
      // A package is allocated out of its batch, never opened by itself.
      if (!known || input.programme === 'love-package') throw refusals.programmeUnknown({ programme: input.programme });
      return insertCase(rows, {
        known,
        household,
        memberId,
        batchId: null,
        told: input.facts,
        post: caller.post,
        by: caller.personId ?? '',
      });
    });
    rows.deed.target = id;
    return id;
  });
}

async function memberOf(rows: WriteRows, household: Household, memberId: string): Promise<string> {
  const member = isId(memberId)
    ? await rows.manager.findOneBy(Member, { id: memberId, householdId: household.id })
    : null;
  if (!member) throw commonRefusals.notFound({ what: '家庭成员 member' });
  return member.id;
}

export interface NewCase {
  known: KnownProgrammePack;
  household: Household;
  memberId: string | null;
  batchId: string | null;
  told: readonly ToldFact[];
  post: string;
  by: string;
}

export async function insertCase(
  rows: WriteRows,
  { known: { pack, hash }, household, memberId, batchId, told, post, by }: NewCase,
): Promise<string> {
  checkPost(pack.open.posts, post);
  checkOfWhom(pack, memberId !== null);
  const facts = readFacts(pack, pack.open, told);
  checkNeeded(pack, pack.open.needs, facts);
  const now = await rows.now();
  const id = newId();
  const { posts, check, dueOn } = waitingIn(pack, pack.start, beijingDay(now));
  const row = {
    id,
    number: caseNumber(pack.programme, id),
    programme: pack.programme,
    householdId: household.id,
    memberId,
    batchId,
    regionId: household.regionId,
    path: household.path,
    packName: pack.name,
    packHash: hash,
    facts,
    state: pack.start,
    steps: 0,
    ...flagsOf(pack, pack.start),
    makerId: null,
    checkerId: null,
    documentNumber: null,
    openedBy: by,
    openedAt: now,
    waitingPosts: posts,
    waitingCheck: check,
    since: now,
    dueOn,
  };
  await rows.manager.insert(ProgrammeCase, row).catch((error: unknown) => {
    if (brokenConstraint(error) === 'programme_case_once') throw refusals.caseStands();
    throw error;
  });
  return id;
}
