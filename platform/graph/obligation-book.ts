// The book of obligations as it ships: the packs of data/obligations and the holiday notices of data/calendars, read once a process.
import { ObligationBook } from '../obligation/obligation-book';
import { parseObligationPack } from '../obligation/obligation-pack';
import { parseHolidayNotice } from '../obligation/work-calendar';
import { readData } from '../process/read-data';

let book: ObligationBook | undefined;

export function obligationBook(): ObligationBook {
  book ??= new ObligationBook(readData('obligations', parseObligationPack), readData('calendars', parseHolidayNotice));
  return book;
}
