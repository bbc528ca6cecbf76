// Answers one patient's standing on one day (就医当日身份) to the funds service; the hospital has no rows of the register at all.
import { contentHash } from '#platform/vocabulary/canonical';
import { parseIdentityNumber } from '#platform/vocabulary/identity-number';
import { tagsOf } from '../member/member.rules';
import type { HouseholdsContext } from '../tools';
import type { StayMember } from './stay-member.entity';

type StandingRow = Omit<StayMember, 'tags' | 'version'> & { type: string };

export async function memberForStay(
  context: HouseholdsContext,
  idNumber: string,
  day: string,
): Promise<StayMember | null> {
  const index = context.tools.personalData.blindIndex(parseIdentityNumber(idNumber));
  return context.inScope.write({ action: 'memberForStay', kind: 'sight', facts: { day } }, async (rows) => {
    const [row] = await rows.query<StandingRow>(
      `select s.member_id as "memberId", s.household_id as "householdId", s.name_masked as "nameMasked", s.region_id as "regionId", s.path,
         s.type, s.insured, s.state from households.member_for_stay($1, $2::date) s`,
      [index, day],
    );
    if (!row) return null;
    rows.deed.target = row.memberId;
    const { type, ...told } = row;
    const facts = { ...told, tags: tagsOf({ type, state: row.state }) };
    return { ...facts, version: contentHash(facts).slice(0, 16) };
  });
}
