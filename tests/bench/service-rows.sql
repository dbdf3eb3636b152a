-- 100,000 services as they lie in a real directory: many facts unknown, cities dense, half of the openings never told.
-- Everything is drawn from hashes of the row's number, so every run makes the same rows (dates count back from today).
-- Needs bench_zip (n, code, latitude, longitude, nearby, fips). Words with a dollar are filled in by write-services.ts.
create function pg_temp.draw(row_no bigint, salt bigint) returns float8 language sql immutable as
  'select (hashint8extended(row_no, salt) & 2147483647) / 2147483648.0';
create function pg_temp.id(kind text, row_no bigint) returns uuid language sql immutable as
  $$ select ('01900000-' || lpad(to_hex(row_no >> 16), 4, '0') || '-7' || lpad(to_hex((row_no >> 4) & 4095), 3, '0')
    || '-8' || substr(md5(kind || row_no), 1, 3) || '-' || substr(md5(kind || row_no), 4, 12))::uuid $$;
create function pg_temp.need(row_no bigint, salt bigint) returns text language sql immutable as
  $$ select ($NEEDS::text[])[1 + floor(30 * power(pg_temp.draw(row_no, salt), 1.6))::int] $$;
-- Everything below refers to rows made here: no foreign key needs asking.
set session_replication_role = replica;

insert into organization (id, jurisdiction_id, name, email, status, source, source_id)
select pg_temp.id('organization', n), $JURISDICTION, 'Synthetic Agency ' || n, 'agency-' || n || '@example.invalid', 'active', 'bench', n
from generate_series(1, 5000) n;

create temp table drawn as
select n, pg_temp.id('service', n) as id,
  pg_temp.id('organization', 1 + floor(5000 * pg_temp.draw(n, 1))::int) as organization_id,
  floor((select count(*) from bench_zip) * pg_temp.draw(n, 2))::int as zip_n,
  pg_temp.draw(n, 3) as d3, pg_temp.draw(n, 4) as d4, pg_temp.draw(n, 5) as d5, pg_temp.draw(n, 6) as d6,
  pg_temp.draw(n, 7) as d7, pg_temp.draw(n, 8) as d8, pg_temp.draw(n, 9) as d9, pg_temp.draw(n, 10) as d10,
  pg_temp.draw(n, 11) as d11, pg_temp.draw(n, 12) as d12, pg_temp.draw(n, 13) as d13
from generate_series(1, $COUNT) n;
create index on drawn (zip_n);

insert into service (id, jurisdiction_id, organization_id, slug, name, description, family_text, listing_state, published_at,
  interpretation_services, is_free, child_age_min_months, child_age_max_months, accepts_screened_out, accepts_referrals,
  need_codes, staff_languages, interpreter_languages, delivery_modes, times_of_day, planned_weeks, evidence_rating,
  capacity_status, capacity_available, capacity_as_of, waitlist_days, assured_at, source, source_id)
select d.id, $JURISDICTION, organization_id, 'synthetic-' || d.n,
  (array['Family', 'Parents', 'New Start', 'Open Door', 'Harbor', 'Rosewood', 'Bright', 'Little Steps'])[1 + floor(8 * d3)::int]
    || ' ' || initcap(replace(pg_temp.need(d.n, 20), '_', ' ')) || ' ' || d.n,
  repeat('Invented text about what happens in this program, who leads it and how families come back. ', 2 + floor(5 * d4)::int),
  case when d5 < 0.3 then jsonb_build_object(
    'en', jsonb_build_object('summary', 'A group for parents. We talk, children play next door, and there is something to eat.', 'expect', 'Someone calls you within two days.', 'bring', 'Nothing.'),
    'es', jsonb_build_object('summary', 'Un grupo para padres. Hablamos, los ninos juegan al lado y hay algo de comer.', 'expect', 'Alguien le llama en dos dias.', 'bring', 'Nada.'))
    else '{}' end,
  'published', now() - interval '200 days',
  case when d6 < 0.15 then 'Telephone interpreters' end,
  case when d7 < 0.5 then true when d7 < 0.7 then false end,
  case when d8 > 0.4 then (array[0, 0, 36, 60, 144])[1 + floor(5 * d9)::int] end,
  case when d8 > 0.4 then (array[60, 71, 216, 264, 264])[1 + floor(5 * d9)::int] end,
  case when d6 > 0.5 then true end, d9 < 0.95,
  case when d10 < 0.5 then array[pg_temp.need(d.n, 20)]
    else array[pg_temp.need(d.n, 20)] || array_remove(array[pg_temp.need(d.n, 21)], pg_temp.need(d.n, 20)) end,
  case when d11 < 0.45 then '{}' when d11 < 0.75 then array['en'] when d11 < 0.95 then array['en', 'es']
    else array['en', (array['zh', 'ru', 'ar', 'fr', 'ko', 'vi', 'ht', 'pt'])[1 + floor(8 * d4)::int]] end,
  case when d12 < 0.1 then array['es'] else '{}' end,
  case when d13 < 0.4 then '{}' when d13 < 0.8 then array['centre'] when d13 < 0.9 then array['home']
    when d13 < 0.95 then array['centre', 'video'] else array['phone'] end,
  case when d4 < 0.5 then '{}' when d4 < 0.65 then array['evening'] when d4 < 0.8 then array['morning', 'afternoon']
    when d4 < 0.9 then array['morning', 'afternoon', 'evening'] else array['weekend'] end,
  case when d5 < 0.3 then 8 + floor(12 * d6)::int end,
  case when d12 > 0.97 then 'well_supported' when d12 > 0.93 then 'promising' end,
  (case when d3 < 0.5 then null when d3 < 0.75 then 'open' when d3 < 0.85 then 'waitlist' when d3 < 0.93 then 'full' else 'assess_first' end)::capacity_status,
  case when d3 between 0.5 and 0.75 then 1 + floor(6 * d6)::int end,
  case when d3 >= 0.5 then date_trunc('day', now()) - make_interval(days => floor(40 * d7)::int) end,
  case when d3 between 0.75 and 0.85 then 7 + floor(60 * d6)::int end,
  case when d9 > 0.1 then date_trunc('day', now()) - make_interval(days => floor(300 * d10)::int) end,
  'bench', d.n
from drawn d;

-- Five of a hundred have no place, half have one, the others two to nine: twice as many places as services.
create temp table place as
select d.n, d.id as service_id, d.organization_id, k, d.n * 16::bigint + k as place_n,
  pg_temp.draw(d.n * 16 + k, 30) as east, pg_temp.draw(d.n * 16 + k, 31) as north,
  -- The first place stands where the service was drawn, the others in the ZIPs nearby.
  case when k = 1 then z.code else z.nearby[1 + floor(cardinality(z.nearby) * pg_temp.draw(d.n * 16 + k, 32))::int] end as code
from drawn d join bench_zip z on z.n = d.zip_n
cross join lateral generate_series(1, case when d.d6 < 0.05 then 0 when d.d6 < 0.55 then 1 when d.d6 < 0.75 then 2
  when d.d6 < 0.88 then 3 else 4 + floor((d.d6 - 0.88) * 50)::int end) k;
insert into location (id, jurisdiction_id, organization_id, name, latitude, longitude, source, source_id)
select pg_temp.id('location', p.place_n), $JURISDICTION, p.organization_id, 'Place ' || p.place_n,
  z.latitude + (p.north - 0.5) / 25, z.longitude + (p.east - 0.5) / 20, 'bench', p.place_n
from place p join (select distinct on (code) * from bench_zip) z using (code);
insert into service_at_location (id, jurisdiction_id, service_id, location_id, source, source_id)
select pg_temp.id('place', place_n), $JURISDICTION, service_id, pg_temp.id('location', place_n), 'bench', place_n from place;
insert into address (id, jurisdiction_id, location_id, address1, city, state_province, postal_code, source, source_id)
select pg_temp.id('address', place_n), $JURISDICTION, pg_temp.id('location', place_n),
  (1 + place_n % 4800) || ' Example Street', 'Sample City', 'MD', code, 'bench', place_n
from place;
insert into phone (id, jurisdiction_id, service_id, number, source, source_id)
select pg_temp.id('phone', n), $JURISDICTION, id, '410 555 0' || (100 + n % 100), 'bench', n from drawn;
insert into schedule (id, jurisdiction_id, service_id, byday, opens_at, closes_at)
select pg_temp.id('schedule', n), $JURISDICTION, id, array['MO', 'WE'], '17:30', '19:30' from drawn where d4 >= 0.5;
-- Three of ten state ZIPs, two a county.
insert into service_area (id, jurisdiction_id, service_id, extent_type, codes)
select pg_temp.id('area', d.n), $JURISDICTION, d.id, case when d.d8 < 0.3 then 'zip' else 'county' end,
  case when d.d8 < 0.3 then z.nearby else array[z.fips] end
from drawn d join bench_zip z on z.n = d.zip_n where d.d8 < 0.5;
set session_replication_role = origin;
