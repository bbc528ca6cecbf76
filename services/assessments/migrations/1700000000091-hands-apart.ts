// Four eyes over delegations in appeals, close-outs and replies: named so, each table by one constraint, an appeal knowing for whom its light was made.
import { migration } from '#platform/database/migration';

/** Constraints named `…_four_eyes` are widened to those whom a hand stands for (decision 0015): one a table, because a row has one list of hands. */
export const handsApart = migration(
  1700000000091,
  'HandsApart',
  () => `
alter table assessments.light_appeal
  drop constraint light_appeal_not_by_its_makers,
  drop constraint light_appeal_decided_apart,
  add constraint light_appeal_four_eyes check (appealed_by <> light_proposed_by and appealed_by <> light_confirmed_by
    and decided_by <> appealed_by and decided_by <> light_proposed_by and decided_by <> light_confirmed_by);
alter table assessments.finding
  drop constraint finding_recheck_four_eyes,
  drop constraint finding_closed_apart,
  add constraint finding_four_eyes check (rechecked_by <> requested_by and closed_by <> rechecked_by and closed_by <> requested_by);
alter table assessments.public_report
  drop constraint public_report_not_to_oneself,
  drop constraint public_report_not_by_registrar,
  add constraint public_report_four_eyes check (replied_by <> reported_by and replied_by <> registered_by);

-- The light's hands lie on another row: for whom it was proposed and confirmed is told to the appeal when that is made. Last of the triggers:
-- the one of the constraint has written the appellant's own hand by then.
create function assessments.appeal_knows_hands_of_light() returns trigger language plpgsql as $knows$
declare
  laid jsonb := coalesce((select to_jsonb(l) -> 'hands' from assessments.light l where l.id = new.light_id), '{}');
  mine text[] := coalesce(nullif(current_setting('scope.stands', true), '')::text[], '{}')
    || nullif(current_setting('scope.person', true), '') || nullif(current_setting('scope.principal', true), '');
begin
  if laid ->> 'proposed_by' = any (mine) or laid ->> 'confirmed_by' = any (mine) then
    raise exception 'a light is not appealed by those for whom it was made' using errcode = 'check_violation', constraint = 'light_appeal_four_eyes',
      schema = tg_table_schema, table = tg_table_name;
  end if;
  new.hands := new.hands || jsonb_strip_nulls(jsonb_build_object('light_proposed_by', laid -> 'proposed_by', 'light_confirmed_by', laid -> 'confirmed_by'));
  return new;
end $knows$;
create trigger zzz_knows_hands_of_light before insert on assessments.light_appeal for each row execute function assessments.appeal_knows_hands_of_light();
`,
);
