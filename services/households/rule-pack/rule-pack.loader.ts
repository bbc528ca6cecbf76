// The rule packs that households decides by (所依规则包): the one that holds on a day, and the very one that something was decided by, known by its hash.
import type { Rows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { defineLoader } from '#platform/graph/loader';
import { packOfHash, packOn } from '#platform/graph/pack/pack-in-force';
import type { PackEnvelope, PackKind } from '#platform/vocabulary/pack';
import type { Refusal } from '#platform/vocabulary/refusal';

export interface HeldPack<Content> {
  pack: Content;
  hash: string;
}

/** In whatever transaction: what stands is known to every kind of scope. */
export async function packHolding<Content extends PackEnvelope>(
  rows: Rows,
  kind: PackKind<Content>,
  day: string,
  missing: (facts: { day: string }) => Refusal,
): Promise<HeldPack<Content>> {
  const found = await packOn(rows, kind, day);
  if (!found) throw missing({ day });
  return { pack: found.content, hash: found.hash };
}

/** Before any transaction. */
export const findPackHolding = <Content extends PackEnvelope>(
  { inScope }: Pick<Context, 'inScope'>,
  kind: PackKind<Content>,
  day: string,
  missing: (facts: { day: string }) => Refusal,
): Promise<HeldPack<Content>> => inScope.read((rows) => packHolding(rows, kind, day, missing), 'public');

/** A loader of one kind's packs by hash; once read, a content is not read again. */
export const packsByHash = <Content extends PackEnvelope>(kind: PackKind<Content>) =>
  defineLoader<Content | null>(
    `${kind.kind} packs by hash`,
    () => null,
    async (rows, hashes) => {
      const found = new Map<string, Content>();
      for (const hash of hashes) {
        const pack = await packOfHash(rows, kind, hash);
        if (pack) found.set(hash, pack);
      }
      return found;
    },
    'public',
  );
