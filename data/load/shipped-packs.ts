// The packs that ship, as those who read them in force have them: for loading the demo city, and for tests without a database.

import { ObligationBook } from '#platform/obligation/obligation-book';
import { obligationKind } from '#platform/obligation/obligation-pack';
import { calendarKind, WorkCalendar } from '#platform/obligation/work-calendar';
import { readData } from '#platform/process/read-data';
import { type PackEnvelope, type PackKind, readPack } from '#platform/vocabulary/pack';

/** `begins`: of a folder that holds packs of several kinds, those whose name begins so. */
export function shippedPacks<Content extends PackEnvelope>(
  folder: string,
  kind: PackKind<Content>,
  begins = '',
): Content[] {
  const all = readData(folder, (json) => json as PackEnvelope).filter(({ name }) => name.startsWith(begins));
  return all.map((json) => {
    const { content, flaws } = readPack(kind, json);
    if (!content) throw new Error(`data/${folder}: ${flaws[0]?.path} ${flaws[0]?.en}`);
    return content;
  });
}

const standing = <Content extends PackEnvelope>(contents: readonly Content[]) =>
  contents.map((content) => ({ effectiveFrom: content.effectiveFrom, until: content.effectiveTo, content }));

export const shippedCalendar = () => new WorkCalendar(standing(shippedPacks('calendars', calendarKind)));

export const shippedBook = () =>
  new ObligationBook(standing(shippedPacks('obligations', obligationKind)), shippedCalendar());
