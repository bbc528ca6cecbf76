// Which changes of a bank account (银行账户变更) stand and were checked by nobody yet: the last of each of its two facts.

/** Of the household `h`; rows of id, region, path and hand. */
export const unconfirmedChanges = (household: string) => `(
  select last.id, last.region_id, last.path, last.changed_by, last.known_at from (
    select distinct on (c.field) c.id, c.region_id, c.path, c.changed_by, c.known_at from households.fact_change c
    where c.household_id = ${household} and c.member_id is null and c.field in ('bankCard', 'bankName') order by c.field, c.id desc
  ) last where not exists (select 1 from households.account_check k where k.change_id = last.id))`;
