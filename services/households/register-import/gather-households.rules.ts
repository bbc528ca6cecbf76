// Gathers the rows of a sheet into households (按户归集), handful after handful, keeping no more of the sheet than which numbers it had.
import type { ImportFlaw } from './import-flaw.rules';
import { flawAt, type SheetRow } from './read-cells.rules';
import { readHousehold, type SheetHousehold, type SheetOrder } from './read-household.rules';
import { type Heading, registerColumns } from './register-columns.rules';

const NUMBER = registerColumns.find(({ of, field }) => of === 'key' && field === 'household');

export class HouseholdGatherer {
  readonly flaws: ImportFlaw[] = [];
  readonly households: SheetHousehold[] = [];
  private readonly numbers = new Set<string>();
  private readonly lineOfPerson = new Map<string, number>();
  private open: { number: string; rows: SheetRow[] } | null = null;

  constructor(
    private readonly heading: Heading,
    private readonly order: SheetOrder,
  ) {}

  take(row: SheetRow): void {
    const place = NUMBER ? this.heading.at.get(NUMBER) : undefined;
    const number = (place === undefined ? '' : (row.cells[place] ?? '')).trim();
    if (this.open && this.open.number === number && number !== '') {
      this.open.rows.push(row);
      return;
    }
    this.close();
    if (number !== '' && this.numbers.has(number))
      this.flaws.push(flawAt(row, this.heading, 'key.household', 'HOUSEHOLD_SPLIT'));
    this.numbers.add(number);
    this.open = { number, rows: [row] };
  }

  /** The household that the last rows were of. */
  close(): void {
    if (!this.open) return;
    const { household, flaws } = readHousehold(this.open.rows, this.heading, this.order);
    this.flaws.push(...flaws);
    this.open = null;
    if (!household) return;
    for (const { line, idAt, facts } of household.members) {
      const earlier = this.lineOfPerson.get(facts.idNumber);
      if (earlier !== undefined) this.flaws.push({ line, at: idAt, title: '证件号码', code: 'ID_REPEATED' });
      this.lineOfPerson.set(facts.idNumber, earlier ?? line);
    }
    this.households.push(household);
  }

  /** What was gathered since it was asked for last. */
  handOver(): { households: SheetHousehold[]; flaws: ImportFlaw[] } {
    return { households: this.households.splice(0), flaws: this.flaws.splice(0) };
  }
}
