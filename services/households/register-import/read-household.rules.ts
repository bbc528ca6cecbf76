// Reads one household (一户) from its rows: everything that is wrong in it is told, and what may be registered is answered.
import { isIdentityNumber } from '#platform/vocabulary/identity-number';
import { Refusal } from '#platform/vocabulary/refusal';
import { checkHousehold, checkMembers, type HouseholdForm } from '../household/household.rules';
import { checkLiving, type LivingFacts, type LivingForm } from '../living/living.rules';
import { readCardNumber } from '../member/further-facts.rules';
import type { MemberFacts, MemberForm } from '../member/member.rules';
import type { FlawCode, ImportFlaw } from './import-flaw.rules';
import { flawAt, type ReadRow, readRow, type SheetRow } from './read-cells.rules';
import { type Heading, registerColumns } from './register-columns.rules';

/** What is told once for a whole sheet. */
export interface SheetOrder {
  today: string;
  registeredOn: string;
  /** of the decisions that the column of states tells; null when it may tell none */
  documentNumber: string | null;
  mayDecideStates: boolean;
}

export interface SheetPlace {
  county: string;
  town: string;
  village: string;
}

export interface SheetHousehold {
  line: number;
  /** where the village stands in its first row, for what is found out later */
  villageAt: number;
  numberAt: number;
  number: string;
  place: SheetPlace;
  form: HouseholdForm;
  living: LivingFacts;
  state: { code: string; year: number } | null;
  members: { line: number; idAt: number; number: string | null; facts: MemberFacts }[];
}

/** The national list is one of the national standard; where Laiwu keeps a provincial one, its sheet says nothing of it (assumed). */
const STANDARD = 'national';
const NEW = 'newly-identified';

export function readHousehold(
  lines: readonly SheetRow[],
  heading: Heading,
  order: SheetOrder,
): { household: SheetHousehold | null; flaws: ImportFlaw[] } {
  const flaws: ImportFlaw[] = [];
  const rows = lines.map((line) => readRow(line, heading, (flaw) => flaws.push(flaw)));
  const tell = (row: SheetRow, key: string, code: FlawCode) => flaws.push(flawAt(row, heading, key, code));
  const head = headOf(rows, tell);
  for (const row of rows) checkRow(row, head, rows.length, tell);
  checkState(head, order, tell);
  if (flaws.length > 0) return { household: null, flaws };
  const place = placeOf(head);
  try {
    const form = checkHousehold(householdOf(head, place, order), order.today);
    const living = checkLiving(livingOf(head), 'living.', Number(order.today.slice(0, 4)));
    const facts = checkMembers(rows.map(memberOf), order.today);
    const at = (key: string) => flawAt(head, heading, key, 'CELL_ILL').at;
    const household: SheetHousehold = {
      line: (rows[0] as ReadRow).line,
      villageAt: at('place.village'),
      numberAt: at('key.household'),
      number: String(head.values['key.household']),
      place,
      form,
      living,
      state: stateOf(head, order),
      members: facts.map((each, n) => ({
        line: (rows[n] as ReadRow).line,
        idAt: at('member.idNumber'),
        number: textOf(rows[n] as ReadRow, 'key.member'),
        facts: each,
      })),
    };
    return { household, flaws };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { household: null, flaws: [flawOfRefusal(error, rows, head, heading)] };
  }
}

type Tell = (row: SheetRow, key: string, code: FlawCode) => void;

function headOf(rows: readonly ReadRow[], tell: Tell): ReadRow {
  const heads = rows.filter(({ values }) => values['member.relation'] === 'head');
  const first = rows[0] as ReadRow;
  // A relation that could not be read may have been the head's: that is told already.
  const unread = rows.some(({ values }) => values['member.relation'] === undefined);
  if (heads.length === 0 && !unread) tell(first, 'member.relation', 'HEAD_MISSING');
  for (const row of heads.slice(1)) tell(row, 'member.relation', 'HEAD_NOT_ONE');
  return heads[0] ?? first;
}

const SHARED = registerColumns
  .filter(
    ({ of, field }) =>
      (of === 'household' || of === 'living' || of === 'place') && field !== 'phone' && field !== 'size',
  )
  .map(({ of, field }) => `${of}.${field}`);

function checkRow(row: ReadRow, head: ReadRow, size: number, tell: Tell): void {
  const { values } = row;
  const number = values['member.idNumber'];
  if (typeof number === 'string' && !isIdentityNumber(readCardNumber(number.toUpperCase()).idNumber))
    tell(row, 'member.idNumber', 'ID_ILL');
  if (values['member.education'] === null && !levelOfSchooling(row)) tell(row, 'member.education', 'CELL_EMPTY');
  for (const key of SHARED) {
    const [own, heads] = [values[key], head.values[key]];
    if (own !== undefined && own !== null && heads !== undefined && own !== heads) tell(row, key, 'CELL_DIFFERS');
  }
  const told = values['household.size'];
  if (typeof told === 'number' && told !== size) tell(row, 'household.size', 'SIZE_DIFFERS');
}

/** Newly identified is what registering says by itself; any other state is a decision of the district or zone. */
function checkState(head: ReadRow, { mayDecideStates, documentNumber, today }: SheetOrder, tell: Tell): void {
  const state = head.values['household.state'];
  const year = head.values['household.stateYear'];
  if (state && state !== NEW && !(mayDecideStates && documentNumber)) tell(head, 'household.state', 'CELL_FORBIDDEN');
  if (typeof year === 'number' && (year < 2013 || year > Number(today.slice(0, 4))))
    tell(head, 'household.stateYear', 'CELL_ILL');
}

function stateOf(head: ReadRow, { registeredOn }: SheetOrder): SheetHousehold['state'] {
  const state = head.values['household.state'];
  if (!state || state === NEW) return null;
  return { code: String(state), year: Number(head.values['household.stateYear'] ?? registeredOn.slice(0, 4)) };
}

const textOf = ({ values }: ReadRow, key: string) => (values[key] as string | null | undefined) ?? null;

function placeOf(head: ReadRow): SheetPlace {
  const of = (field: string) => textOf(head, `place.${field}`) ?? '';
  return { county: of('county'), town: of('town'), village: of('village') };
}

function householdOf(head: ReadRow, { town, village }: SheetPlace, { registeredOn }: SheetOrder): HouseholdForm {
  return {
    standard: STANDARD,
    type: textOf(head, 'household.type') ?? '',
    mainCause: textOf(head, 'household.mainCause') ?? '',
    otherCauses: [],
    address: `${town}${village}${textOf(head, 'living.hamlet') ?? ''}`,
    phone: textOf(head, 'household.phone'),
    registeredOn,
  };
}

function livingOf({ values }: ReadRow): LivingForm {
  const living = Object.entries(values).filter(([key]) => key.startsWith('living.'));
  return Object.fromEntries(living.map(([key, value]) => [key.slice('living.'.length), value])) as LivingForm;
}

/** Resident insurance goes with insurance against critical illness (大病医疗), which the sheet asks for alone (assumed). */
function memberOf(row: ReadRow): MemberForm {
  const own = Object.entries(row.values).filter(([key]) => key.startsWith('member.'));
  const form = Object.fromEntries(
    own.map(([key, value]) => [key.slice('member.'.length), value]),
  ) as unknown as MemberForm;
  const insured = form.criticalIllnessInsured === false ? 'none' : 'resident';
  return { ...form, education: form.education ?? levelOfSchooling(row) ?? '', insured };
}

/** The national list leaves the education of pupils empty and tells their grade instead. */
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/^pre-school$/, 'pre-school'],
  [/^primary$/, 'primary'],
  [/^grade-/, 'junior-middle'],
  [/^senior-/, 'senior-middle'],
  [/^vocational-/, 'vocational'],
  [/^higher-vocational$/, 'college'],
  [/^university$/, 'university'],
];

function levelOfSchooling(row: ReadRow): string | null {
  const schooling = textOf(row, 'member.schooling') ?? '';
  return LEVELS.find(([pattern]) => pattern.test(schooling))?.[1] ?? null;
}

/** The rules of registering name a field; here it is a cell. */
function flawOfRefusal({ facts }: Refusal, rows: readonly ReadRow[], head: ReadRow, heading: Heading): ImportFlaw {
  const field = String(facts.field ?? '');
  const [, n, member] = /^members\[(\d+)\]\.(\w+)$/.exec(field) ?? [];
  if (member)
    return flawAt(rows[Number(n)] ?? head, heading, `member.${member}`, member === 'idNumber' ? 'ID_ILL' : 'CELL_ILL');
  const key = field.includes('.') ? field : `household.${field}`;
  return flawAt(head, heading, key, 'CELL_ILL');
}
