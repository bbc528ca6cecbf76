// What the public report of a fund's year tells (公开报告): sums, uses, goods, council and donors; nobody who wishes to stay unnamed, and no single household.

export interface ReportedUse {
  kind: string;
  purpose: string;
  /** null: places of fewer than five beneficiaries, together */
  regionId: string | null;
  regionName: string;
  fen: string;
}

export interface ReportedDonor {
  /** null: persons, and whoever stays anonymous, together */
  name: string | null;
  gifts: number;
  fen: string;
}

export interface ReportedGood {
  good: string;
  unit: string;
  quantity: number;
  fen: string;
}

export interface ReportContent {
  fund: { name: string; legalForm: string; registration: string | null };
  year: number;
  sums: Readonly<Record<string, string>>;
  spendingRatio: string | null;
  administrationRatio: string | null;
  verdict: string;
  uses: ReportedUse[];
  goods: ReportedGood[];
  donors: ReportedDonor[];
  council: { name: string; post: string }[];
}

const FEWEST = 5;

export interface PaidUse {
  kind: string;
  purpose: string;
  regionId: string;
  fen: bigint;
  /** households that it was paid to; null of what goes to none */
  households: number | null;
}

/** A place in which fewer than five households were paid stands with others like it, under no name. */
export function reportUses(paid: readonly PaidUse[], nameOf: (regionId: string) => string): ReportedUse[] {
  const rows = new Map<string, ReportedUse & { sum: bigint }>();
  for (const { kind, purpose, regionId, fen, households } of paid) {
    const isFew = households !== null && households > 0 && households < FEWEST;
    const place = isFew ? null : regionId;
    const key = `${kind} ${purpose} ${place}`;
    const sum = (rows.get(key)?.sum ?? 0n) + fen;
    const regionName = place === null ? '其他（不足五户的地区合并）' : nameOf(place);
    rows.set(key, { kind, purpose, regionId: place, regionName, fen: sum.toString(), sum });
  }
  return [...rows.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, { sum: _, ...row }]) => row);
}

export interface GivenBy {
  donorKind: string;
  donorName: string;
  anonymous: boolean;
  gifts: number;
  fen: bigint;
}

/** Organisations that do not wish to stay anonymous are named; persons never are. */
export function reportDonors(given: readonly GivenBy[]): ReportedDonor[] {
  const named = given.filter(({ donorKind, anonymous }) => donorKind === 'organisation' && !anonymous);
  const others = given.filter((each) => !named.includes(each));
  const rows: ReportedDonor[] = named
    .map(({ donorName, gifts, fen }) => ({ name: donorName, gifts, fen: fen.toString() }))
    .sort((one, other) => (BigInt(one.fen) > BigInt(other.fen) ? -1 : 1));
  if (others.length > 0)
    rows.push({
      name: null,
      gifts: others.reduce((sum, { gifts }) => sum + gifts, 0),
      fen: others.reduce((sum, { fen }) => sum + fen, 0n).toString(),
    });
  return rows;
}
