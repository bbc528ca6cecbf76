// Groups that few people stand behind (小组隐藏): they are told together, so that nobody is found in a sum, and not by subtracting either.

/** At least so many households stand behind any group that a donor or the public is shown: asked of the special fund's design. */
export const LEAST_GROUP = 5;

export interface Group {
  /** in which order groups of equal size are hidden */
  key: string;
  /** people or households behind it */
  people: number;
  amount: bigint;
}

export interface Hidden {
  /** null where it is small itself */
  people: number | null;
  amount: bigint;
}

/**
 * A single hidden group would be what the whole lacks, and the official of one of two would know the other: as many of the least of the
 * others are hidden with the small ones as it takes that at least three are together with enough people behind them, or that all are.
 */
export function hideSmallGroups<T>(
  groups: readonly T[],
  tell: (group: T) => Group,
  least = LEAST_GROUP,
): { shown: T[]; hidden: Hidden | null } {
  const inOrder = groups
    .map((group) => ({ group, ...tell(group) }))
    .sort((a, b) => a.people - b.people || (a.key < b.key ? -1 : 1));
  let hide = inOrder.filter(({ people }) => people < least).length;
  const peopleOf = (count: number) => inOrder.slice(0, count).reduce((sum, { people }) => sum + people, 0);
  if (hide > 0) while (hide < inOrder.length && (hide < TOGETHER || peopleOf(hide) < least)) hide += 1;
  const people = peopleOf(hide);
  const amount = inOrder.slice(0, hide).reduce((sum, each) => sum + each.amount, 0n);
  const kept = new Set(inOrder.slice(hide).map(({ group }) => group));
  return {
    shown: groups.filter((group) => kept.has(group)),
    hidden: hide === 0 ? null : { people: people < least ? null : people, amount },
  };
}

const TOGETHER = 3;
