// Drafts a use of gifts (编制捐赠使用计划): for a purpose of the donation book, out of gifts that allow it; the council resolves on it.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { packOn } from '#platform/graph/pack/pack-in-force';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Book, fundUseKind } from '../book/fund-use-pack.rules';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { charityRules } from '../charity-fund/charity-rules';
import { inColumns } from '../charity-fund/in-columns.rules';
import { giftRefusalOf } from '../gift/gift-refusal-of';
import type { DraftCharityUseInput } from './charity-use.input';
import { CharityUseKind, checkGivenFor, checkSources, type GivenFor } from './charity-use.rules';

const GIVEN = `select g.number, g.purpose, g.target_group as "targetGroup", g.restricted_region_id as "restrictedRegionId", s.path as "restrictedPath"
  from funds.allotment_line l join funds.gift g on g.id = l.gift_id left join funds.scope s on s.region_id = g.restricted_region_id
  where l.id = any ($1::uuid[]) and l.parent_line_id is null order by g.number`;

export async function draftCharityUse(context: Context, input: DraftCharityUseInput): Promise<string> {
  const { fundId, kind, targetGroup = null, regionId, description, sources } = input;
  checkId(fundId, '基金 charity fund');
  checkId(regionId, '地区 region');
  for (const { lotId } of sources) checkId(lotId, '资金批次 lot');
  checkSources(sources);
  const { administrationPurpose } = (await charityRules(context)).content;
  const purpose = kind === CharityUseKind.administration ? administrationPurpose : (input.purpose ?? '');
  const path = await context.inScope.pathWithin(regionId);
  if (path === null) throw commonRefusals.notFound({ what: '地区 region' });
  const id = newId();
  const number = `SY-${id.slice(0, 8)}${id.slice(-6)}`.toUpperCase();
  const told = {
    id,
    fundId,
    number,
    kind,
    purpose,
    targetGroup,
    useRegionId: regionId,
    description: description.trim(),
  };
  const run = context.inScope.write({ action: 'draftCharityUse', target: id }, async (rows) => {
    if (kind === CharityUseKind.charity) await checkPurpose(rows, purpose);
    const lots = sources.map(({ lotId }) => lotId);
    for (const gift of await rows.query<GivenFor>(GIVEN, [lots]))
      checkGivenFor({ kind, purpose, targetGroup, path }, gift);
    const [answer] = await rows.query<{ verdict: string }>('select funds.draft_charity_use($1, $2, $3) as verdict', [
      ...[JSON.stringify(inColumns(told)), lots, sources.map(({ amount }) => amount.toString())],
    ]);
    const [word, rest = ''] = (answer?.verdict ?? 'unknown').split(' ');
    if (word === 'state') throw charityRefusals.charityFundState({ state: rest, zh: '编制使用计划', en: 'plan uses' });
    if (word === 'lot') throw commonRefusals.notFound({ what: '捐赠资金批次 lot of a gift' });
    if (word === 'region') throw commonRefusals.notFound({ what: '地区 region' });
    if (word !== 'done') throw commonRefusals.notFound({ what: '基金 charity fund' });
  });
  await run.catch((error: unknown) => {
    throw giftRefusalOf(error) ?? error;
  });
  return id;
}

async function checkPurpose(rows: WriteRows, purpose: string): Promise<void> {
  const pack = await packOn(rows, fundUseKind);
  const isOfBook = pack?.content.purposes.some(({ code, books }) => code === purpose && books.includes(Book.donation));
  if (!isOfBook) throw charityRefusals.charityUsePurpose({ purpose });
}
