// A rule pack (规则包): dated data under its content hash, of one kind, adopted by a region; drafted by one person, approved by another.
import type { CalendarDay } from './calendar-day';
import type { BilingualText, RefusalMaker } from './refusal';

/** What every pack says of itself, whatever its kind. */
export interface PackEnvelope {
  name: string;
  title: BilingualText;
  /** division code of the region that adopts it */
  region: string;
  effectiveFrom: CalendarDay;
  /** the first day on which it no longer holds; null: until the next one */
  effectiveTo: CalendarDay | null;
}

/** Whether what has such days holds on a day; its last is the day before `effectiveTo`. */
export function holdsOn(
  { effectiveFrom, effectiveTo }: Pick<PackEnvelope, 'effectiveFrom' | 'effectiveTo'>,
  day: CalendarDay,
): boolean {
  return effectiveFrom <= day && (effectiveTo === null || day < effectiveTo);
}

/** One thing wrong with a pack, by its place in the JSON (`triggers.0.n`). */
export interface PackFlaw extends BilingualText {
  path: string;
}

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  message: string;
  keys?: string[];
}

/** Shape and sense of a kind's content, as zod checks them. */
export interface PackSchema<Content> {
  safeParse(json: unknown): { success: true; data: Content } | { success: false; error: { issues: Issue[] } };
}

export interface PackKind<Content extends PackEnvelope = PackEnvelope> {
  /** the subgraph that decides by packs of this kind, and keeps them */
  subgraph: 'organisation' | 'households' | 'assessments' | 'funds';
  kind: string;
  title: BilingualText;
  schema: PackSchema<Content>;
  /** on which days one pack may take over from another: what is counted by the quarter is not counted by two rules */
  startsOn: 'day' | 'month' | 'quarter' | 'year';
}

const firstDays: Readonly<Record<PackKind['startsOn'], { form: RegExp } & BilingualText>> = {
  day: { form: /./, zh: '', en: '' },
  month: { form: /-01$/, zh: '须自月首日起', en: 'starts on the first day of a month' },
  quarter: { form: /-(01|04|07|10)-01$/, zh: '须自季度首日起', en: 'starts on the first day of a quarter' },
  year: { form: /-01-01$/, zh: '须自 1 月 1 日起', en: 'starts on 1 January' },
};

export interface ReadPack<Content> {
  content: Content | null;
  flaws: PackFlaw[];
}

/** The pack if it is sound, or everything that is wrong with it. */
export function readPack<Content extends PackEnvelope>(kind: PackKind<Content>, json: unknown): ReadPack<Content> {
  const parsed = kind.schema.safeParse(json);
  if (!parsed.success) return { content: null, flaws: parsed.error.issues.map(flawOf) };
  const { effectiveFrom, effectiveTo } = parsed.data;
  const flaws: PackFlaw[] = [];
  if (effectiveTo !== null && effectiveTo <= effectiveFrom)
    flaws.push({ path: 'effectiveTo', zh: '止日须晚于起日', en: 'it ends after it starts' });
  const { form, zh, en } = firstDays[kind.startsOn];
  if (!form.test(effectiveFrom)) flaws.push({ path: 'effectiveFrom', zh, en });
  if (effectiveTo !== null && !form.test(effectiveTo)) flaws.push({ path: 'effectiveTo', zh, en });
  return flaws.length > 0 ? { content: null, flaws } : { content: parsed.data, flaws };
}

/** The pack as adopted; the first thing wrong with it is refused by the name of its field. */
export function parsePack<Content>(schema: PackSchema<Content>, json: unknown, refuse: RefusalMaker): Content {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const { path: field, zh, en } = flawOf(issue ?? { path: [], message: '' });
  throw refuse({ field, zh, en });
}

/** Messages of our own schemas are written `中文 · English`; zod's are English only. */
function flawOf({ path, message, keys }: Issue): PackFlaw {
  const [zh = '', en] = message.split(' · ');
  const place = [...path.map(String), ...(keys ?? []).slice(0, 1)].join('.') || 'pack';
  return en === undefined
    ? { path: place, zh: '取值或形式不符', en: zh || 'not well formed' }
    : { path: place, zh, en };
}
