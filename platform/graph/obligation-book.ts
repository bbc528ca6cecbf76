// The book of obligations (应尽事项簿) and the work calendar, from the packs that stand: made once a region tree, with which they are announced.
import { ObligationBook } from '../obligation/obligation-book';
import { obligationKind } from '../obligation/obligation-pack';
import { calendarKind, WorkCalendar } from '../obligation/work-calendar';
import type { Context } from './context';
import { standingPacks } from './pack/standing-packs';

type Asking = Pick<Context<never>, 'inScope'>;

const BOOK = Symbol('book of obligations');
const CALENDAR = Symbol('work calendar');

export function obligationBook(context: Asking): Promise<ObligationBook> {
  return context.inScope.underTree(BOOK, async () => {
    const [packs, calendar] = await Promise.all([standingPacks(context, obligationKind), workCalendar(context)]);
    return new ObligationBook(packs, calendar);
  });
}

export function workCalendar(context: Asking): Promise<WorkCalendar> {
  return context.inScope.underTree(CALENDAR, async () => new WorkCalendar(await standingPacks(context, calendarKind)));
}
