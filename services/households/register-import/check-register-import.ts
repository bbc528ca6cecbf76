// Checks an import (预览导入): begun at once, done in the background; what it finds is asked for by the id of the import.
import { beijingDay, parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import type { HouseholdsContext } from '../tools';
import { beginImport } from './begin-import';
import type { SheetRights } from './open-sheet';
import type { CheckImportArgs } from './register-import.input';
import { studySheet } from './study-sheet';

export async function checkRegisterImport(
  context: HouseholdsContext,
  { id, ...given }: CheckImportArgs,
  rights: SheetRights,
): Promise<string> {
  const documentNumber = given.documentNumber ? checkText(given.documentNumber, 'documentNumber', 4, 100) : null;
  const begun = await context.inScope.write({ action: 'checkRegisterImport', target: id }, async (rows) => {
    const today = beijingDay(await rows.now());
    const registeredOn = given.registeredOn ? parseCalendarDay(given.registeredOn, 'registeredOn') : today;
    if (registeredOn > today)
      throw invalidInput('registeredOn', '建档日期不能晚于今天', 'the day of registration cannot lie after today');
    const found = await beginImport(rows, id, 'check');
    await rows.query(FORGOTTEN, [id]);
    await rows.query(
      `update households.register_import set registered_on = $2, document_number = $3, line_count = 0, household_count = 0, member_count = 0,
         change_count = 0, conflict_count = 0, flaw_count = 0, content_hash = null where id = $1`,
      [id, registeredOn, documentNumber],
    );
    return found && { ...found, registeredOn, documentNumber };
  });
  if (begun) context.tools.sheets.run(() => studySheet(context, begun, rights));
  return id;
}

/** What was uploaded and never committed is somebody's numbers lying about: after a week it is gone, and is uploaded anew where it is wanted. */
const FORGOTTEN = `delete from households.register_import_file f using households.register_import i
  where i.id = f.import_id and i.id <> $1 and i.uploaded_at < now() - interval '7 days'`;
