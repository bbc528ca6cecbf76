// Appoints the province's people: governments and member units, officers of cities and towns, a helper for every six households, accounts for the bench.
import type { Step } from '../grow-province';

/** In the first of the new cities, with the password of the demo accounts. */
export const provinceAccounts = {
  city: 'jinan-city',
  district: 'jinan-district',
  zone: 'jinan-zone',
  town: 'jinan-town',
  village: 'jinan-village',
  helper: 'jinan-helper',
} as const;

const { city, district, zone, town, village, helper } = provinceAccounts;

export const appointPeople: Step = async (run) => {
  await run(`
    insert into organisation.unit (id, code, name, kind, line, region_id, in_leading_group)
    select pg_temp.key_id('unit/' || t.code), 'town-' || t.code, t.name || '人民政府', 'organisation', 'town-government', t.id, false from p_town t
    union all
    select pg_temp.key_id('unit/' || u.code || c.code), u.code || '-' || c.code, u.name, u.kind, u.line, c.id, true
    from organisation.unit u, p_city c where u.kind = 'member-unit'`);
  await run(`create temp table s1_name on commit drop as
    select row_number() over (order by id)::int - 1 as n, name, (count(*) over ())::int as many from organisation.person`);
  // One row a person to be: the key of the id, the unit, the post and where.
  await run(`
    create temp table p_person on commit drop as
    with helpers as (
      select h.helper_id as id, 'helper' as post, null as level, t.id as town_id, null::uuid as region_id, null as path,
        case when (h.town + h.slot) % 20 < 11 then pg_temp.key_id('unit/' || t.code) else pg_temp.key_id('unit/' || m.code || c.code) end as unit_id,
        '鲁扶组发〔2018〕33号（拟）' as document_number
      from (select distinct town, slot, helper_id from p_household) h join p_town t on t.n = h.town join p_city c on c.n = t.city
      join (select row_number() over (order by code) - 1 as n, code, count(*) over () as many from organisation.unit where kind = 'member-unit' and code !~ '-3[0-9]{5}$') m
        on m.n = (h.town + h.slot) % m.many
    ), posts as (
      select * from helpers
      union all
      select pg_temp.key_id('person/town/' || t.code), 'town-officer', 'town', t.id, t.id, t.path, pg_temp.key_id('unit/' || t.code), '鲁扶组发〔2018〕32号（拟）' from p_town t
      union all
      select pg_temp.key_id('person/' || post || '/' || c.code), post, 'city', null, c.id, c.path, null, '鲁扶组发〔2018〕31号（拟）'
      from p_city c, unnest(array['office-director', 'office-officer', 'finance-officer']) post
      union all
      select pg_temp.key_id('person/district/' || d.n), case when d.is_zone then 'zone-officer' else 'district-officer' end,
        case when d.is_zone then 'zone' else 'district' end, null, d.id, d.path, null, '鲁扶组发〔2018〕30号（拟）' from p_county d
      union all
      select pg_temp.key_id('person/village/' || v.code), 'village-clerk', 'village', null, v.id, v.path, null, '鲁扶组发〔2018〕29号（拟）' from p_village v where v.town = 1
    )
    select row_number() over (order by post, id) as n, p.* from posts p`);
  await run(`insert into organisation.person (id, name, unit_id)
    select p.id, s.name, p.unit_id from p_person p join s1_name s on s.n = p.n * 7919 % (select max(many) from s1_name) order by p.id`);
  await run(`insert into organisation.appointment (id, person_id, post, level, region_id, path, unit_id, document_number, valid_from)
    select pg_temp.key_id('appointment/' || p.id), p.id, p.post, p.level, p.region_id, p.path, p.unit_id, p.document_number, date '2018-01-01' from p_person p order by p.n`);
  await run(`
    insert into organisation.account (id, name, person_id, password_hash, must_change_password)
    select pg_temp.key_id('account/' || a.name), a.name, a.person, d.password_hash, false
    from organisation.account d, (
      select '${city}' as name, pg_temp.key_id('person/office-director/' || code) as person from p_city where n = 1
      union all select '${district}', pg_temp.key_id('person/district/1')
      union all select '${zone}', pg_temp.key_id('person/district/' || n) from p_county where city = 1 and is_zone
      union all select '${town}', pg_temp.key_id('person/town/' || code) from p_town where n = 1
      union all select '${village}', pg_temp.key_id('person/village/' || code) from p_village where n = 1
      union all select '${helper}', pg_temp.key_id('person/helper/1/0')
    ) a where d.name = 'city-director'`);
};
