// Asks for an exemption (申请豁免), decides on it (决定), and lists them: one way for every subgraph that holds obligations.

import type { FindOptionsWhere } from 'typeorm';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import type { WriteRows } from '../database/in-scope';
import { newId } from '../database/new-id';
import { keysOf, type Page, pageOf, pageSize } from '../database/page';
import type { ObligationLine, ObligationOwner } from '../obligation/obligation-pack';
import type { Window } from '../obligation/windows';
import { addDays } from '../vocabulary/calendar-day';
import { checkId, isId } from '../vocabulary/id';
import { commonRefusals, invalidInput } from '../vocabulary/refusal';
import type { Context } from './context';
import { brokenConstraint } from './errors';
import { type ExemptionInput, ExemptionOutcome, type ExemptionShape, type ExemptionsArgs } from './exemption';
import { obligationBook } from './obligation-book';

type Kind<T extends ExemptionShape> = new () => T;

export interface ExemptionPlace {
  regionId: string;
  path: string;
}

/** The line and window that a request names: only what is owed can be exempted. */
export async function windowAsked(
  context: Context<never>,
  owner: ObligationOwner,
  { line: code, from, reason }: ExemptionInput,
  owes: (line: ObligationLine) => boolean = () => true,
) {
  if (reason.trim().length < 2 || reason.length > 500)
    throw invalidInput('reason', '理由须为 2 至 500 字', 'a reason has 2 to 500 characters');
  refusePersonalNumbers('reason', reason);
  const book = await obligationBook(context);
  const asked = (line: ObligationLine) => line.code === code && owes(line);
  const turns = book.turnsOf(owner, { from, until: addDays(from, 370) }, asked);
  if (turns.length === 0) throw invalidInput('line', '没有此事项', 'there is no such line', { value: code });
  for (const { line, windows } of turns) {
    const window = windows.find((each) => each.from === from);
    if (window) return { line, window };
  }
  throw invalidInput('from', '不是该事项某一期的首日', 'no window of this line begins on that day', { value: from });
}

export async function requestExemption<T extends ExemptionShape>(
  { caller, inScope }: Context<never>,
  Exemption: Kind<T>,
  action: string,
  asked: { input: ExemptionInput; line: ObligationLine; window: Window },
  placeOf: (rows: WriteRows) => Promise<ExemptionPlace>,
): Promise<T> {
  const { subjectId, reason } = asked.input;
  const id = newId();
  const facts = { line: asked.line.code, from: asked.window.from };
  try {
    return await inScope.write({ action, target: subjectId, facts }, async (rows) => {
      const { regionId, path } = await placeOf(rows);
      const made = Object.assign(new Exemption(), {
        id,
        line: asked.line.code,
        subjectId,
        regionId,
        path,
        windowFrom: asked.window.from,
        windowUntil: asked.window.until,
        reason: reason.trim(),
        requestedBy: caller.personId,
        requestedAt: await rows.now(),
        decidedBy: null,
        decidedAt: null,
        outcome: null,
        remark: null,
      });
      await rows.manager.insert(Exemption, made as never);
      return made;
    });
  } catch (error) {
    if (brokenConstraint(error)?.endsWith('_exemption_once')) throw commonRefusals.exemptionStands(facts);
    throw error;
  }
}

export async function decideExemption<T extends ExemptionShape>(
  { caller, inScope }: Context<never>,
  Exemption: Kind<T>,
  action: string,
  decided: { id: string; outcome: ExemptionOutcome; remark: string | null },
  check: (exemption: T) => void = () => undefined,
): Promise<T> {
  const { id, outcome, remark } = decided;
  if (outcome === ExemptionOutcome.refused && !remark?.trim())
    throw invalidInput('remark', '不同意须说明原因', 'say why it is refused');
  refusePersonalNumbers('remark', remark);
  const what = '豁免 exemption';
  checkId(id, what);
  try {
    return await inScope.write({ action, target: id }, async (rows) => {
      const exemption = await rows.manager.findOneBy(Exemption, { id } as FindOptionsWhere<T>);
      if (!exemption) throw commonRefusals.notFound({ what });
      if (exemption.outcome !== null) throw commonRefusals.exemptionDecided();
      if (exemption.requestedBy === caller.personId) throw commonRefusals.exemptionOwn();
      check(exemption);
      const change = { decidedBy: caller.personId, decidedAt: await rows.now(), outcome, remark };
      await rows.manager.update(Exemption, { id } as FindOptionsWhere<T>, change as never);
      return Object.assign(exemption, change);
    });
  } catch (error) {
    if (brokenConstraint(error)?.endsWith('_exemption_decided_once')) throw commonRefusals.exemptionDecided();
    if (brokenConstraint(error) === 'obligation_exemption_four_eyes') throw commonRefusals.exemptionOwn();
    throw error;
  }
}

/** In the order of the managing tree: what somebody who decides works through. */
export async function listExemptions<T extends ExemptionShape>(
  { inScope }: Context,
  Exemption: Kind<T>,
  args: ExemptionsArgs,
): Promise<Page<T>> {
  const size = pageSize(args.first);
  const [path = null, last = null] = keysOf(args.after, 2) ?? [];
  if (last !== null && !isId(last)) return pageOf<T>([], size);
  const range = inScope.caller.scope === 'region' ? await inScope.range() : null;
  const waiting = args.awaiting ?? null;
  const tail = `where ($1::text is null or t.path >= $1) and ($2::text is null or t.path < $2)
    and ($3::boolean is null or (t.outcome is null) = $3) and ($4::text is null or (t.path, t.id) > ($4, $5::uuid))
    order by t.path, t.id limit $6`;
  const parameters = [range?.lo ?? null, range?.hi ?? null, waiting, path, last, size + 1];
  return pageOf(await inScope.read((rows) => rows.select(Exemption, tail, parameters)), size);
}
