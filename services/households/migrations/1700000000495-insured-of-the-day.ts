// As what a patient is insured is a fact of a day (参保状态): as it stood then by the changes of the register, not as it stands now.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

/** As the register knows it now about that day. */
const insured = (member: string) =>
  `coalesce(households.told_of(null, ${member}.id, p_day, clock_timestamp()) ->> 'insured', ${member}.insured)`;

const insuredOn = `
begin
  return (select ${insured('m')} from member m where m.id = p_member);
end`;

export const insuredOfTheDay = migration(
  1700000000495,
  'InsuredOfTheDay',
  (names) => `
grant execute on function households.told_of(uuid, uuid, date, timestamptz) to ${names.keeper};
${definer('households.insured_on(p_member uuid, p_day date) returns text', insuredOn, names, 'households', ['institution', 'region'])}
do $day$
declare
  body text := pg_get_functiondef('households.member_for_stay(text, date)'::regprocedure);
begin
  if position('m.insured, y.state' in body) = 0 then raise exception 'member_for_stay does not tell the insurance'; end if;
  execute replace(body, 'm.insured, y.state', $becomes$${insured('m')}, y.state$becomes$);
end $day$;
`,
);
