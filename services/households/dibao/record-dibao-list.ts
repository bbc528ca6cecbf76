// Records a list of dibao (登记低保名单) as civil affairs sent it: whole or not at all, each number sealed before it leaves this process.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { parseIdentityNumber } from '#platform/vocabulary/identity-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import type { HouseholdsContext } from '../tools';
import { DibaoList } from './dibao-list.entity';
import type { DibaoEntryInput, DibaoListInput } from './dibao-list.input';
import { dibaoRefusals as refusals } from './dibao-refusals.rules';

const MOST = 5000;

export async function recordDibaoList(
  context: HouseholdsContext,
  input: DibaoListInput,
  idempotencyKey: string,
): Promise<DibaoList> {
  const { caller, inScope } = context;
  const { regionId, asOf, entries } = input;
  const path = isId(regionId) ? await inScope.pathWithin(regionId) : null;
  if (path === null) throw commonRefusals.notFound({ what: '地区 region' });
  if (entries.length < 1 || entries.length > MOST) throw refusals.dibaoListSize({ most: MOST });
  const documentNumber = checkText(input.documentNumber, 'documentNumber', 4, 100);
  const columns = await columnsOf(context, path, entries);
  const deed = { action: 'recordDibaoList', facts: { regionId, asOf, people: entries.length } };
  return inScope
    .write(deed, async (rows) => {
      const once = { subgraph: 'households' as const, caller, operation: 'recordDibaoList', idempotencyKey };
      const payload = { regionId, asOf, documentNumber, entries: columns.indexes };
      const id = await onceOnly(rows, { ...once, payload }, async () => {
        const now = await rows.now();
        if (asOf > beijingDay(now)) throw invalidInput('asOf', '不能晚于今天', 'does not lie after today');
        const listId = newId();
        const list = {
          id: listId,
          regionId,
          path,
          asOf,
          documentNumber,
          loadedBy: caller.personId ?? '',
          loadedAt: now,
        };
        await rows.manager.insert(DibaoList, list);
        await rows.query(
          `insert into households.dibao_entry (id, list_id, region_id, path, name, id_number_sealed, id_number_tail, id_number_index, kind, monthly)
           select e.id, $1, e.region_id, e.path, e.name, e.sealed, e.tail, e.index, e.kind, e.monthly
           from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bytea[], $7::text[], $8::text[], $9::text[], $10::bigint[])
             e(id, region_id, path, name, sealed, tail, index, kind, monthly)`,
          [listId, ...columns.values],
        );
        return listId;
      });
      rows.deed.target = id;
      const [list] = await rows.select(DibaoList, 'where t.id = $1', [id]);
      if (!list) throw commonRefusals.notFound({ what: '低保名单 list of dibao' });
      return list;
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'dibao_list_once') throw refusals.dibaoListStands({ asOf });
      throw error;
    });
}

/** Column by column, as one statement takes them; numbers are told in no refusal. */
async function columnsOf(
  { inScope, tools: { personalData } }: HouseholdsContext,
  path: string,
  entries: readonly DibaoEntryInput[],
) {
  const villages = new Map<string, string | null>();
  for (const regionId of new Set(entries.map((entry) => entry.regionId)))
    villages.set(regionId, isId(regionId) ? await inScope.pathWithin(regionId) : null);
  const seen = new Set<string>();
  const lines = entries.map((entry, at) => {
    const place = villages.get(entry.regionId);
    if (!place?.startsWith(path)) throw refusals.dibaoEntryElsewhere({ field: `entries[${at}].regionId` });
    const number = parseIdentityNumber(entry.idNumber, `entries[${at}].idNumber`);
    const index = personalData.blindIndex(number);
    if (seen.has(index)) throw refusals.dibaoEntryRepeated({ field: `entries[${at}].idNumber` });
    seen.add(index);
    if (entry.kind !== 'household' && entry.kind !== 'single')
      throw invalidInput(`entries[${at}].kind`, '须为 household 或 single', 'is household or single');
    if (entry.monthly < 0n) throw invalidInput(`entries[${at}].monthly`, '不能为负', 'is not negative');
    const name = checkText(entry.name, `entries[${at}].name`, 1, 50);
    return [
      newId(),
      entry.regionId,
      place,
      name,
      personalData.seal(number),
      number.slice(-4),
      index,
      entry.kind,
      entry.monthly.toString(),
    ];
  });
  const values = Array.from({ length: 9 }, (_, column) => lines.map((line) => line[column]));
  return { values, indexes: lines.map((line) => [line[6], line[1], line[7], line[8]]) };
}
