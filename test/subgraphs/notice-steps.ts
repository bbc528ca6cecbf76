// What the tests of payments do with public notices: post a batch, object, and let the days of a posting go by for nobody who waits.
import type { Client } from 'pg';
import type { FundsOnly } from './open-funds';

export const POST =
  'mutation($input: PostFundNoticeInput!) { postFundNotice(input: $input) { id type title body days counted fromOn untilOn root lineCount total lines(first: 50) { edges { node { line village shownName amount leaf } } } } }';

/** Past the constraints: the posting was put up forty days earlier. */
export async function daysPass(sql: Client, noticeId: string): Promise<void> {
  await sql.query(`set session_replication_role = 'replica'`);
  await sql.query('update funds.public_notice set from_on = from_on - 40, until_on = until_on - 40 where id = $1', [
    noticeId,
  ]);
  await sql.query('reset session_replication_role');
}

/** A batch is posted by its town, and its days go by. */
export async function postAndWait(world: FundsOnly, disbursementId: string): Promise<string> {
  const input = { type: 'posting', subjectKind: 'disbursement', subjectId: disbursementId };
  const { postFundNotice } = await world.get(world.as('town-kouzhen'), POST, { input });
  await daysPass(world.sql, postFundNotice.id);
  return postFundNotice.id;
}
