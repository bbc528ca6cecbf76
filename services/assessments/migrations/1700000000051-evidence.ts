// Evidence of assessments: of progress, of findings and of what was done about them; hidden as long as its finding is.
import { evidenceTables } from '#platform/database/evidence-tables';
import { migration } from '#platform/database/migration';
import { definer, inRange, isMine, isMyUnit } from '#platform/database/protect';

export const evidence = migration(
  1700000000051,
  'Evidence',
  (names) => `
${evidenceTables(names, {
  region: { rows: `(${inRange('path')} and released_at is not null)`, verbs: ['select', 'insert'] },
  unit: { rows: `(${isMyUnit('unit_id')} and released_at is not null)`, verbs: ['select', 'insert'] },
  issuer: { rows: isMine('issuer_id'), verbs: ['select', 'insert'] },
  public: `subject_kind = 'exposure' and released_at is not null`,
})}

-- Evidence goes with its finding: told when that is told, and to the unit that is to put it right.
${definer(
  'assessments.evidence_follows_finding() returns trigger',
  `begin
  update assessments.evidence_use set released_at = new.released_at, unit_id = new.lead_unit
    where subject_kind in ('finding', 'rectification') and subject_id = new.id;
  return new;
end`,
  names,
  'assessments',
  [],
)}
create trigger evidence_follows after update on assessments.finding for each row
  when (old.released_at is distinct from new.released_at or old.lead_unit is distinct from new.lead_unit)
  execute function assessments.evidence_follows_finding();
`,
);
