// Drafts a pack (起草规则包): checked in shape and sense, stored under its hash, and without effect until another person approves it.
import { newId } from '../../database/new-id';
import { packHash } from '../../vocabulary/canonical';
import { commonRefusals } from '../../vocabulary/refusal';
import type { Context } from '../context';
import { checkPack, type PackDesk, parseContent, refuseFlaws } from './pack-desk';
import type { PackRow } from './pack-row';

export interface PackDraft {
  kind: string;
  content: string;
  note: string | null;
  gapReason: string | null;
}

export async function draftPack(desk: PackDesk, context: Context<never>, draft: PackDraft): Promise<PackRow> {
  const json = parseContent(draft.content);
  const { content, flaws, regionId, path } = await checkPack(desk, context, draft.kind, json);
  refuseFlaws(flaws);
  const { personId } = context.caller;
  if (!content || !regionId || !path || !personId) throw commonRefusals.outOfScope();
  const id = newId();
  const hash = packHash(json as object);
  const { kind, note, gapReason } = draft;
  const deed = { action: `draft${desk.title}Pack`, target: id, facts: { kind, hash } };
  return context.inScope.write(deed, async (rows) => {
    const row: PackRow = Object.assign(new desk.Pack(), {
      id,
      kind,
      name: content.name,
      hash,
      content: json,
      regionId,
      path,
      effectiveFrom: content.effectiveFrom,
      effectiveTo: content.effectiveTo,
      inForceTo: null,
      shipped: false,
      note,
      gapReason,
      draftedBy: personId,
      draftedAt: await rows.now(),
      documentNumber: null,
      approvedBy: null,
      approvedAt: null,
      followsId: null,
      withdrawnBy: null,
      withdrawnAt: null,
      withdrawalReason: null,
    });
    await rows.manager.insert(desk.Pack, row as never);
    return row;
  });
}
