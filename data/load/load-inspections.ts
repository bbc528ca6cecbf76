// Loads the demo city's two open supervisions (督导), released with what each brought forth: a bulletin with its record, and a tour with its result.
import type { Client } from 'pg';
import { resultsOf, tourHash } from '../../services/assessments/tour/tour.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { bulletinSupervision, personOf, type SupervisionRow, tourOf, tourSupervision } from '../generate/inspections';

interface Pack {
  name: string;
  hash: string;
  content: { series: string; marking: Parameters<typeof resultsOf>[2] };
}

const at = (day: string) => `${day}T02:00:00Z`;

export async function loadInspections(client: Client, city: City): Promise<void> {
  await loadBulletin(client, bulletinSupervision(city));
  await loadTour(client, city, tourSupervision(city));
}

async function loadBulletin(client: Client, supervision: SupervisionRow): Promise<void> {
  const { number } = await released(client, supervision, null, '2018-05-15');
  const { id, issuerId, subjects } = supervision;
  const records = await numbered(client, '莱扶督记');
  for (const { unitId, regionId, path } of subjects)
    await client.query(
      `insert into assessments.inspection (id, issuer_id, region_id, path, kind, visited_on, findings, recorded_at, released_at, number, unit_id, supervision_id)
       values ($1, $2, $3, $4, 'supervision', '2018-05-08', '两处卫生院先诊疗后付费告知未上墙', '2018-05-08T08:00:00Z', $5, $6, $7, $8)`,
      [idOf(0, 'inspection', id), issuerId, regionId, path, at('2018-05-15'), records, unitId, id],
    );
  await client.query(
    `insert into assessments.bulletin (id, supervision_id, number, title, body, issued_by, issued_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      idOf(0, 'bulletin', id),
      id,
      number,
      '关于健康扶贫政策落实情况的通报',
      '督查发现个别卫生院告知不到位，请于五月底前整改并报结果。',
      issuerId,
      at('2018-05-15'),
    ],
  );
}

async function loadTour(client: Client, city: City, supervision: SupervisionRow): Promise<void> {
  const { id, sites, participants, marks } = tourOf(city, supervision);
  const { pack } = await released(client, supervision, id, '2018-06-20');
  const { issuerId, regionId, path, quarter } = supervision;
  await client.query(
    `insert into assessments.tour (id, supervision_id, issuer_id, region_id, path, quarter, pack_name, pack_hash, marking, planned_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, supervision.id, issuerId, regionId, path, quarter, pack.name, pack.hash],
      ...[JSON.stringify(pack.content.marking), at('2018-06-05')],
    ],
  );
  for (const [place, site] of sites.entries())
    await client.query(
      'insert into assessments.tour_site (id, tour_id, place, visited_on, title, region_id, subject_id) values ($1, $2, $3, $4, $5, $6, $7)',
      [site.id, id, place + 1, site.visitedOn, site.title, site.regionId, site.subjectId],
    );
  for (const { id: participantId, personId, unitId, capacity } of participants)
    await client.query(
      'insert into assessments.tour_participant (id, tour_id, person_id, unit_id, capacity) values ($1, $2, $3, $4, $5)',
      [participantId, id, personId, unitId, capacity],
    );
  for (const mark of marks)
    await client.query(
      'insert into assessments.tour_mark (id, tour_id, site_id, person_id, points, submitted_at) values ($1, $2, $3, $4, $5, $6)',
      [mark.id, id, mark.siteId, mark.personId, mark.points, at('2018-06-12')],
    );
  const siteIds = sites.map((site) => site.id);
  const results = resultsOf(siteIds, marks, pack.content.marking);
  await client.query(
    'update assessments.tour set compiled_by = $2, compiled_at = $3, content_hash = $4 where id = $1',
    [id, issuerId, at('2018-06-13'), tourHash(id, pack.hash, marks, results)],
  );
  for (const { siteId, given, counted, mean, rank } of results)
    await client.query(
      'insert into assessments.tour_result (id, tour_id, site_id, given, counted, mean, rank) values ($1, $2, $3, $4, $5, $6, $7)',
      [idOf(0, 'tour-result', siteId), id, siteId, given, counted, mean, rank],
    );
  const director = personOf(city, 'city-director');
  for (const step of ['sealed', 'shown'])
    await client.query(`update assessments.tour set ${step}_by = $2, ${step}_at = $3 where id = $1`, [
      id,
      director,
      at(step === 'sealed' ? '2018-06-14' : '2018-06-20'),
    ]);
}

/** A supervision through all its steps, with the number that it got at its release. */
async function released(
  client: Client,
  supervision: SupervisionRow,
  outputId: string | null,
  day: string,
): Promise<{ pack: Pack; number: string }> {
  const { id, set, form, startsOn, endsOn, subjects } = supervision;
  const { rows } = await client.query<Pack>('select name, hash, content from assessments.pack where kind = $1', [
    `procedure-${set}-${form}`,
  ]);
  const [pack] = rows;
  if (!pack) throw new Error(`no pack of the procedure ${set}-${form} is loaded`);
  const number = await numbered(client, pack.content.series);
  await client.query(
    `insert into assessments.supervision (id, issuer_id, region_id, path, quarter, peer_set, form, pack_name, pack_hash, topic, starts_on, ends_on, planned_at,
       carried_out_at, recorded_at, released_at, output_id, number)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      ...[id, supervision.issuerId, supervision.regionId, supervision.path, supervision.quarter, set, form],
      ...[pack.name, pack.hash, supervision.topic, startsOn, endsOn],
      ...[`${startsOn}T00:00:00Z`, at(startsOn), at(day), at(day), outputId, number],
    ],
  );
  for (const subject of subjects)
    await client.query(
      'insert into assessments.supervision_subject (id, supervision_id, unit_id, region_id, path) values ($1, $2, $3, $4, $5)',
      [subject.id, id, subject.unitId, subject.regionId, subject.path],
    );
  return { pack, number };
}

/** As a release gives it: one more of the series' year. */
async function numbered(client: Client, series: string): Promise<string> {
  const { rows } = await client.query<{ given: number }>('select assessments.next_number($1, 2018) as given', [series]);
  return `${series}〔2018〕${rows[0]?.given}号`;
}
