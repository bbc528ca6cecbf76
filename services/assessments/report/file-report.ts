// Files a public report (提交举报) about a region, by anybody who has signed in; answers a receipt number.

import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusePersonalNumbers } from '../personal-number.rules';
import { PublicReport } from './public-report.entity';

const LONGEST = 3000;

export async function fileReport(
  { caller, inScope }: Context,
  regionId: string,
  content: string,
): Promise<PublicReport> {
  if (!content.trim() || content.length > LONGEST)
    throw invalidInput('content', `内容为 1 至 ${LONGEST} 字`, `the content has 1 to ${LONGEST} characters`);
  refusePersonalNumbers('content', content);
  // No range applies: divisions are public, and a citizen may report about any of them.
  const [region] = isId(regionId)
    ? await inScope.read(
        ({ query }) => query<{ path: string }>('select path from assessments.scope where region_id = $1', [regionId]),
        'own',
      )
    : [];
  if (!region) throw commonRefusals.notFound({ what: '地区 region' });
  return inScope.write(
    { action: 'fileReport', target: null },
    async (rows) => {
      const id = newId();
      const filedAt = await rows.now();
      // The random end of the id: short enough to be read over a telephone, and too long to be guessed.
      const receipt = `JB-${id.slice(-12).toUpperCase()}`;
      const report = { id, receipt, regionId, path: region.path, content, filedAt, reply: null, repliedAt: null };
      rows.deed.target = id;
      await rows.query(
        `insert into assessments.public_report (id, receipt, region_id, path, content, reported_by, filed_at) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, receipt, regionId, region.path, content, caller.personId, filedAt],
      );
      return Object.assign(new PublicReport(), report);
    },
    'own',
  );
}
