// The desk (规则包台) at which a subgraph's packs are drafted and approved: its kinds, its row class, who approves, how a region is found by code.
import type { WriteRows } from '../../database/in-scope';
import type { SubgraphName } from '../../database/roles';
import type { Post } from '../../vocabulary/caller';
import { type PackEnvelope, type PackFlaw, type PackKind, readPack } from '../../vocabulary/pack';
import { packRefusals } from '../../vocabulary/pack-chain';
import { invalidInput } from '../../vocabulary/refusal';
import type { Context } from '../context';
import type { PackRow } from './pack-row';

export interface PackDesk {
  subgraph: SubgraphName;
  /** `Assessments` in `draftAssessmentsPack` */
  title: string;
  kinds: readonly PackKind[];
  /** the posts that approve here, and alone withdraw what is approved */
  approvers: readonly Post[];
  Pack: new () => PackRow;
  /** id of the region of a division code, or null; asked before any transaction opens */
  findRegion(context: Context<never>, code: string): Promise<string | null>;
  /** what a schema cannot see: whether there is what the pack names */
  flawsBeyond?(context: Context<never>, kind: string, content: PackEnvelope, regionId: string): Promise<PackFlaw[]>;
  /** what comes with an approval: asked for before the transaction, done in it */
  onApproval?(context: Context<never>, pack: PackRow): Promise<(rows: WriteRows) => Promise<unknown>>;
  /** what goes with a pack that was approved, and is withdrawn before its first day */
  onWithdrawal?(pack: PackRow, rows: WriteRows): Promise<void>;
  /** after a pack was approved or withdrawn */
  afterwards?(context: Context<never>, kind: string): Promise<unknown>;
}

export function kindOf(desk: PackDesk, kind: string): PackKind {
  const found = desk.kinds.find((each) => each.kind === kind);
  if (found) return found;
  throw packRefusals.packKindUnknown({ kind, known: desk.kinds.map((each) => each.kind).join('、') });
}

export interface CheckedPack {
  content: ReturnType<typeof readPack>['content'];
  flaws: PackFlaw[];
  regionId: string | null;
  path: string | null;
}

/** Shape, sense, and the region: which must lie wholly inside the range of whoever drafts or approves. */
export async function checkPack(
  desk: PackDesk,
  context: Context<never>,
  kind: string,
  json: unknown,
): Promise<CheckedPack> {
  const { content, flaws } = readPack(kindOf(desk, kind), json);
  if (!content) return { content, flaws, regionId: null, path: null };
  const regionId = await desk.findRegion(context, content.region);
  const path = regionId && (await context.inScope.pathWithin(regionId));
  if (regionId && path) {
    const beyond = (await desk.flawsBeyond?.(context, kind, content, regionId)) ?? [];
    return { content: beyond.length > 0 ? null : content, flaws: beyond, regionId, path };
  }
  const unknown = { path: 'region', zh: '范围内没有此区划代码', en: 'no region of this code lies in your range' };
  return { content: null, flaws: [unknown], regionId: null, path: null };
}

export function refuseFlaws(flaws: readonly PackFlaw[]): void {
  const [first] = flaws;
  if (first) throw packRefusals.packFlawed({ count: flaws.length, ...first, flaws: flaws.slice(0, 20) });
}

export function parseContent(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidInput('content', '不是 JSON', 'not JSON');
  }
}

/** Packs of one kind and region are decided one after the other. */
export async function holdChain(rows: WriteRows, kind: string, regionId: string): Promise<void> {
  await rows.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`pack ${kind} ${regionId}`]);
}
