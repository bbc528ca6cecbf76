// Where a gift went, as its donor is told (捐赠去向): what is unused, under way and paid makes the gift; nobody is found behind any part of it.
import { hideSmallGroups } from '#platform/vocabulary/small-groups';

interface Payment {
  id: string;
  purpose: string;
  paidOn: string;
  amount: string;
}

/** A batch that was paid to households, in one town. */
export interface PaidInTown extends Payment {
  documentNumber: string;
  project: string | null;
  regionId: string;
  households: number;
}

export interface PaidOtherwise extends Payment {
  kind: 'purchase' | 'administration' | 'contract';
  title: string;
}

export interface GiftPlace {
  regionId: string;
  households: number;
  amount: bigint;
}

/** What few households stand behind, together; their number is not told where it is small itself. */
export interface Together {
  households: number | null;
  amount: bigint;
}

export interface GiftUse {
  kind: 'households' | PaidOtherwise['kind'];
  purpose: string;
  title: string;
  paidOn: string;
  amount: bigint;
  households: number | null;
  places: GiftPlace[];
  elsewhere: Together | null;
}

const togetherOf = (hidden: { people: number | null; amount: bigint } | null): Together | null =>
  hidden && { households: hidden.people, amount: hidden.amount };

/** A batch of few households is not told by itself; of the others each town is, unless few of them live there. */
export function usesOf(
  paid: readonly PaidInTown[],
  otherwise: readonly PaidOtherwise[],
): { uses: GiftUse[]; others: Together | null } {
  const ids = [...new Set(paid.map(({ id }) => id))];
  const batches = ids.map((batch) => batchOf(paid.filter(({ id }) => id === batch)));
  const { shown, hidden } = hideSmallGroups(batches, ({ key, households, amount }) => ({
    ...{ key, people: households, amount },
  }));
  const uses = [
    ...shown.map(({ key: _, towns, ...use }): GiftUse => {
      const { shown: places, hidden: few } = hideSmallGroups(towns, ({ regionId, households, amount }) => ({
        ...{ key: regionId, people: households, amount },
      }));
      return { ...use, kind: 'households', places, elsewhere: togetherOf(few) };
    }),
    ...otherwise.map(
      ({ kind, purpose, title, paidOn, amount }): GiftUse => ({
        ...{ kind, purpose, title, paidOn, amount: BigInt(amount), households: null, places: [], elsewhere: null },
      }),
    ),
  ];
  return {
    uses: uses.sort((a, b) => (a.paidOn < b.paidOn ? -1 : Number(a.paidOn > b.paidOn))),
    others: togetherOf(hidden),
  };
}

function batchOf(lines: readonly PaidInTown[]) {
  const [first] = lines as [PaidInTown, ...PaidInTown[]];
  const towns = lines.map(({ regionId, households, amount }) => ({ regionId, households, amount: BigInt(amount) }));
  return {
    ...{
      key: first.id,
      purpose: first.purpose,
      title: first.project ?? first.documentNumber,
      paidOn: first.paidOn,
      towns,
    },
    amount: towns.reduce((sum, { amount }) => sum + amount, 0n),
    households: towns.reduce((sum, { households }) => sum + households, 0),
  };
}
