-- Whether a number is shown elsewhere is asked of the phones with that number alone, not of every phone of the directory: the planner
-- asks the dearer question first, and a decision on one organization took longer than a request may.
create or replace function mark_hidden_places(places uuid[]) returns void language sql set enable_nestloop = on as $$
  with own as materialized (
    select l.id, l.visibility = 'full' and not exists (select from service_at_location x join service s on s.id = x.service_id
        where x.location_id = l.id and s.confidential) as shown
    from location l where l.id = any(places) and l.jurisdiction_id = app_jurisdiction()
  ), forgotten as (
    delete from hidden_mark h where h.location_id in (select id from own where shown) and h.jurisdiction_id = app_jurisdiction()
  ), site as materialized (
    select x.id, o.id as place from own o join service_at_location x on x.location_id = o.id where not o.shown
  ), person as materialized (
    select c.id, o.id as place from own o join contact c on c.location_id = o.id where not o.shown
  ), line as materialized (
    select n.place as id, n.key from (
      select p.location_id as place, phone_key(p.number) as key from phone p
        where p.jurisdiction_id = app_jurisdiction() and p.location_id in (select id from own where not shown)
      union select s.place, phone_key(p.number) from site s join phone p on p.service_at_location_id = s.id
      union select c.place, phone_key(p.number) from person c join phone p on p.contact_id = c.id) n
    where n.key is not null and place_keeps(n.place, 'phone')
  ), alike as materialized (
    select q.id, k.key from (select distinct key from line) k
    join (select p.id, phone_key(p.number) as key from phone p where p.jurisdiction_id = app_jurisdiction()) q on q.key = k.key
  ), told as materialized (
    select distinct key from alike where phone_leaves(id)
  ), street as (
    select o.id, street_key(a.address1) as key from own o join address a on a.location_id = o.id where not o.shown
  ), said as (
    select id, key from street union select id, street_name_key(key) from street
    union
    -- A number that is shown elsewhere names nothing.
    select n.id, n.key from line n where n.key not in (select key from told)
  )
  insert into hidden_mark (jurisdiction_id, location_id, mark)
  select app_jurisdiction(), id, mark_of(key) from said where key is not null on conflict do nothing
$$;
