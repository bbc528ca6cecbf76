// Medical insurance by year (分年度参保): the status that held at the end of each year, since when, and on what ground; told by the log of changes.

/** A change of the field as the log keeps it, in the order in which it became known. */
export interface InsuranceTold {
  before: string;
  after: string;
  validFrom: string;
  reason: string;
  documentNumber: string | null;
}

export interface YearOfInsurance {
  year: number;
  insured: string;
  /** none where it stands as it was registered */
  since: string | null;
  reason: string | null;
  documentNumber: string | null;
}

/** From the year of the first day to that of the last, newest first. Of one beginning told twice, what was told last holds. */
export function insuredYears(
  present: string,
  told: readonly InsuranceTold[],
  { from, to }: { from: string; to: string },
): YearOfInsurance[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => last - at);
  return years.map((year) => ({ year, ...standingOn(present, told, year === last ? to : `${year}-12-31`) }));
}

function standingOn(present: string, told: readonly InsuranceTold[], day: string): Omit<YearOfInsurance, 'year'> {
  const holding = told
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<InsuranceTold | null>((one, other) => (one && one.validFrom > other.validFrom ? one : other), null);
  if (holding) {
    const { after: insured, validFrom: since, reason, documentNumber } = holding;
    return { insured, since, reason, documentNumber };
  }
  return { insured: told[0]?.before ?? present, since: null, reason: null, documentNumber: null };
}
