// Minutes (纪要) are frozen by their approval: the meeting and all that belongs to it stand from then on as they were approved.

/** Rows may still move with the path of a region. A withdrawn meeting stays as a trace. */
export function frozenOnApproval(): string {
  const paths = `array['path', 'attendee_path', 'owner_path']`;
  const same = `to_jsonb(old) - ${paths} = to_jsonb(new) - ${paths}`;
  const frozen = (what: string) =>
    `raise exception '${what}' using errcode = 'integrity_constraint_violation', constraint = 'meeting_is_frozen';`;
  const parts = ['meeting_attendance', 'agenda_item', 'resolution'];
  return `
create function organisation.meeting_is_frozen() returns trigger language plpgsql set search_path = organisation, pg_temp as $frozen$
begin
  if tg_op = 'INSERT' then
    if new.approved_at is null and new.withdrawn_at is null then return new; end if;
  end if;
  if tg_op = 'UPDATE' then
    if ${same} then return new; end if;
    if old.approved_at is null and old.withdrawn_at is null and (old.id, old.kind, old.region_id, old.held_on, old.recorded_by, old.recorded_at)
      is not distinct from (new.id, new.kind, new.region_id, new.held_on, new.recorded_by, new.recorded_at) then return new; end if;
  end if;
  ${frozen('a meeting is recorded open, and does not change once approved or withdrawn')}
end $frozen$;
create trigger frozen before insert or update or delete on organisation.meeting for each row execute function organisation.meeting_is_frozen();

-- With the rights of who writes: of a meeting that one does not see, nothing is written.
create function organisation.part_of_open_meeting() returns trigger language plpgsql set search_path = organisation, pg_temp as $part$
declare whole uuid := case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
begin
  if tg_op = 'UPDATE' and ${same} then return new; end if;
  if not exists (select 1 from meeting m where m.id = whole and m.approved_at is null and m.withdrawn_at is null) then
    ${frozen('what belongs to a meeting does not change once it is approved or withdrawn')}
  end if;
  if tg_op = 'INSERT' and to_jsonb(new) ->> 'published_at' is not null then
    ${frozen('a resolution is published by the approval of the minutes')}
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $part$;
${parts
  .map(
    (table) =>
      `create trigger frozen before insert or update or delete on organisation.${table} for each row execute function organisation.part_of_open_meeting();`,
  )
  .join('\n')}
${['meeting', ...parts]
  .map(
    (table) =>
      `create trigger frozen_truncate before truncate on organisation.${table} for each statement execute function organisation.meeting_is_frozen();`,
  )
  .join('\n')}`;
}
