// Letters with their signatures, as one statement; whether a version is in force is derived from these, never stored.

export interface LetterRow {
  id: string;
  regionId: string;
  path: string;
  year: number;
  version: number;
}

const SIGNATURE = (side: string) =>
  `left join organisation.letter_signature ${side} on ${side}.letter_id = l.id and ${side}.side = '${side}'`;

export const LETTERS = `
select l.id, l.region_id as "regionId", l.path, l.year, l.version, l.document_number as "documentNumber", l.template_name as "templateName",
  l.template_hash as "templateHash", l.duties, l.reason, l.drafted_by as "draftedBy", l.drafted_at as "draftedAt",
  region.signed_by as "regionSignedBy", region.signed_at as "regionSignedAt",
  superior.signed_by as "superiorSignedBy", superior.signed_at as "superiorSignedAt"
from organisation.responsibility_letter l ${SIGNATURE('region')} ${SIGNATURE('superior')}`;

/** All versions of the same regions and years as these letters, so that each can tell its state. $1 ids. */
export const LETTERS_BY_ID = `${LETTERS}
where (l.region_id, l.year) in (select asked.region_id, asked.year from organisation.responsibility_letter asked where asked.id = any($1::uuid[]))
order by l.path, l.year, l.version`;

/** $1 region ids, $2 years. */
export const LETTERS_OF_YEAR = `${LETTERS}
where (l.region_id, l.year) in (select * from unnest($1::uuid[], $2::int[])) order by l.path, l.year, l.version`;

/** $1 lower and $2 upper bound of a range, $3 first and $4 last year. */
export const LETTERS_IN_RANGE = `${LETTERS}
where l.path >= $1 and l.path < $2 and l.year between $3 and $4 order by l.path, l.year, l.version`;
