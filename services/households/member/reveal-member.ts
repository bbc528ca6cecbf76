// Reveals the numbers (查看明文) of a member or of a household, for a reason that stands in the operation log with who asked.

import { isId } from '#platform/vocabulary/id';
import { commonRefusals, type Refusal } from '#platform/vocabulary/refusal';
import { noHousehold } from '../household/get-household';
import type { HouseholdsContext } from '../tools';
import { checkReason } from './member.rules';
import type { Revelation } from './revelation.entity';

interface SealedRow {
  name: string;
  idNumber: Buffer;
  phone: Buffer | null;
  bankName: string | null;
  bankCard: Buffer | null;
}

const sealedRow = `select m.name, m.id_number_sealed as "idNumber", h.phone_sealed as phone, h.bank_name as "bankName", h.bank_card_sealed as "bankCard"
  from households.member m join households.household h on h.id = m.household_id`;

export function revealMember(context: HouseholdsContext, memberId: string, reason: string): Promise<Revelation> {
  const absent = () => commonRefusals.notFound({ what: '家庭成员 member' });
  return reveal(context, 'revealMember', memberId, reason, `${sealedRow} where m.id = $1`, absent);
}

/** With the head's number, for the household. */
export function revealHousehold(context: HouseholdsContext, householdId: string, reason: string): Promise<Revelation> {
  const sql = `${sealedRow} where h.id = $1 and m.id = h.head_member_id`;
  return reveal(context, 'revealHousehold', householdId, reason, sql, noHousehold);
}

/** Nothing seen is nothing revealed: the transaction then ends without its row of the log. */
async function reveal(
  context: HouseholdsContext,
  action: string,
  target: string,
  reason: string,
  sql: string,
  absent: () => Refusal,
): Promise<Revelation> {
  const facts = { reason: checkReason(reason) };
  if (!isId(target)) throw absent();
  return context.inScope.write({ action, kind: 'reveal', target, facts }, async (rows) => {
    const [row] = await rows.query<SealedRow>(sql, [target]);
    if (!row) throw absent();
    return opened(context, row);
  });
}

function opened({ tools: { personalData } }: HouseholdsContext, row: SealedRow): Revelation {
  return {
    name: row.name,
    idNumber: personalData.open(row.idNumber),
    phone: row.phone && personalData.open(row.phone),
    bankName: row.bankName,
    bankCard: row.bankCard && personalData.open(row.bankCard),
  };
}
