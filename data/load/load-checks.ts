// Loads what the demo city has under way with other bureaus' lists (数据比对) and complaints about wrong data (数据有误): one of each step.

import type { Client } from 'pg';
import type { PersonalData } from '#platform/database/personal-data';
import { packHash } from '#platform/vocabulary/canonical';
import { comparisonPackKind, kindOf } from '../../services/households/comparison/comparison-pack.rules';
import type { City, HouseholdRow } from '../generate/city';
import { idOf } from '../generate/ids';
import { type ColumnTypes, insertRows } from './insert-rows';
import { shippedPacks } from './shipped-packs';

const SEED = 371_200;
const TOWN = '371202100';
const instant = (day: string) => `${day}T10:00:00+08:00`;

const match: ColumnTypes = {
  id: 'uuid',
  comparison_id: 'uuid',
  kind: 'text',
  rule: 'text',
  pack_hash: 'text',
  member_id: 'uuid',
  household_id: 'uuid',
  region_id: 'uuid',
  path: 'text',
  fact_sealed: 'bytea',
  verify_due_on: 'date',
  close_due_on: 'date',
  verdict: 'text',
  verify_note: 'text',
  verified_by: 'uuid',
  verified_at: 'timestamptz',
  outcome: 'text',
  close_note: 'text',
  closed_by: 'uuid',
  closed_at: 'timestamptz',
};

const complaint: ColumnTypes = {
  id: 'uuid',
  figure: 'text',
  side: 'text',
  household_id: 'uuid',
  region_id: 'uuid',
  path: 'text',
  told: 'text',
  claimed: 'text',
  filed_by: 'uuid',
  filed_at: 'timestamptz',
  examine_due_on: 'date',
  answer_due_on: 'date',
  finding: 'text',
  examined_by: 'uuid',
  examined_at: 'timestamptz',
};

export async function loadChecks(client: Client, city: City, personalData: PersonalData): Promise<void> {
  const by = (account: string) => city.demoAccounts.find((each) => each.account === account)?.personId ?? '';
  const town = city.regions.find(({ code }) => code === TOWN);
  const district = city.regions.find(({ id }) => id === town?.parentId);
  const last = city.households.filter(({ path }) => town && path.startsWith(town.path)).slice(-4);
  if (!district || last.length < 4) return;
  const [pack] = shippedPacks('comparisons', comparisonPackKind);
  if (!pack) throw new Error('no pack of comparisons ships');
  const hash = packHash(pack);
  const { asks, kind } = kindOf(pack, 'company');
  const rule = `${pack.name}/${kind}: ${asks.zh} · ${asks.en}`;
  const list = idOf(SEED, 'comparison', kind);
  await client.query(
    `insert into households.comparison (id, kind, bureau, document_number, as_of, pack_name, pack_hash, rule, row_count, ill_formed, matched, asked, region_id, path, submitted_by, submitted_at)
     values ($1, $2, '莱城区工商局', '莱城工商函〔2018〕31号', '2018-10-31', $3, $4, $5, 1860, 4, 3, 3, $6, $7, $8, $9)`,
    [list, kind, pack.name, hash, rule, district.id, district.path, by('district-laicheng'), instant('2018-11-05')],
  );
  const placed = ({ id, headMemberId, regionId, path }: HouseholdRow) => [headMemberId, id, regionId, path];
  await insertRows(client, 'households.comparison_match', match, last.slice(0, 3).entries(), ([at, household]) => {
    const verified =
      at > 0 ? ['confirmed', '任合作社监事，无分红', by('town-kouzhen'), instant('2018-11-12')] : none(4);
    const closed = at > 1 ? ['stands', '不影响识别', by('district-laicheng'), instant('2018-11-20')] : none(4);
    const fact = at > 1 ? null : personalData.seal('口镇富民种植专业合作社');
    const due = ['2018-11-15', '2018-11-25'];
    return [
      idOf(SEED, 'match', `${kind}/${at}`),
      list,
      kind,
      rule,
      hash,
      ...placed(household),
      fact,
      ...due,
      ...verified,
      ...closed,
    ];
  });
  const [one, two] = [last[3], last[2]];
  await insertRows(client, 'households.data_complaint', complaint, [one, two].entries(), ([at, household]) => {
    const told = ['家中有人长期患病，致贫原因应为因病', 'illness'];
    const filed = [by('village-kouzhen'), instant('2018-11-19'), '2018-11-26', '2018-12-04'];
    const examined = at > 0 ? ['入户核对病历，与登记不符', by('town-kouzhen'), instant('2018-11-21')] : none(3);
    const { id, regionId, path } = household as HouseholdRow;
    return [
      idOf(SEED, 'data-complaint', String(at)),
      'mainCause',
      'household',
      id,
      regionId,
      path,
      ...told,
      ...filed,
      ...examined,
    ];
  });
}

const none = (count: number): null[] => Array<null>(count).fill(null);
