// Lists packs (规则包列表), those that begin last first, and finds one by id or the one that a new pack would take over from.
import { keysOf, type Page, pageOf, pageSize } from '../../database/page';
import type { ScopeKind } from '../../vocabulary/caller';
import { isId } from '../../vocabulary/id';
import type { ConnectionArgs } from '../connection';
import type { Context } from '../context';
import type { PackDesk } from './pack-desk';
import { type PackRow, PackStatus } from './pack-row';

const CONDITION: Readonly<Record<PackStatus, string>> = {
  draft: 't.approved_at is null and t.withdrawn_at is null',
  approved: 't.approved_at is not null and t.withdrawn_at is null',
  withdrawn: 't.withdrawn_at is not null',
};

export interface PacksWanted {
  kind: string | null;
  status: PackStatus;
}

/** What is approved everybody in office may read; drafts and what was withdrawn only those in whose range the region lies. */
export async function listPacks(
  { Pack }: PackDesk,
  { inScope }: Context<never>,
  { kind, status }: PacksWanted,
  page: ConnectionArgs,
): Promise<Page<PackRow>> {
  const size = pageSize(page.first);
  const [from = null, id = null] = keysOf(page.after, 2) ?? [];
  if (id !== null && !isId(id)) return pageOf<PackRow>([], size);
  const tail = `where ${CONDITION[status]} and ($1::text is null or t.kind = $1)
    and ($2::date is null or (t.effective_from, t.id) < ($2::date, $3::uuid)) order by t.effective_from desc, t.id desc limit $4`;
  const as = status === PackStatus.approved ? 'public' : ownKind(inScope);
  const found = await inScope.read(({ select }) => select(Pack, tail, [kind, from, id, size + 1]), as);
  return pageOf(found, size);
}

/** Drafts are seen by a range of regions only, never by a unit that happens to lie in it. */
const ownKind = ({ caller }: Context<never>['inScope']): ScopeKind => (caller.scope === 'region' ? 'region' : 'public');

export async function findPack({ Pack }: PackDesk, { inScope }: Context<never>, id: string): Promise<PackRow | null> {
  if (!isId(id)) return null;
  const [own, published] = await Promise.all(
    [ownKind(inScope), 'public' as ScopeKind].map((as) =>
      inScope.read(({ select }) => select(Pack, 'where t.id = $1', [id]), as),
    ),
  );
  return own?.[0] ?? published?.[0] ?? null;
}

/** The pack before this one: of its own region, or else of the nearest above, that holds or would hold on its first day. */
export async function packBefore(
  { Pack }: PackDesk,
  { inScope }: Context<never>,
  pack: Pick<PackRow, 'id' | 'kind' | 'path' | 'effectiveFrom'>,
): Promise<PackRow | null> {
  const tail = `where ${CONDITION.approved} and t.kind = $1 and starts_with($2, t.path) and t.effective_from <= $3 and t.id <> $4
    order by t.path desc, t.effective_from desc limit 1`;
  const { kind, path, effectiveFrom, id } = pack;
  const [before] = await inScope.read(({ select }) => select(Pack, tail, [kind, path, effectiveFrom, id]), 'public');
  return before ?? null;
}
