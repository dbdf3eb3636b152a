-- What a search looks for by the words of a situation or need is known ahead, and so is how well a listing meets it: one row of
-- listing_term a listing and topic, where there was one for each of a topic's words.

-- Rows are written anew when the worker starts.
truncate listing_reach, listing_search, listing_card, listing_words, listing_term_count; -- and with them listing_term

-- Of a topic the way by which it is met stands beside its weight (directory/search/met-topic.ts). What a program may be (search-bits.ts) is
-- asked where its words are read: most that a hard rule shuts out are never looked up on the ground.
alter table listing_term drop constraint hand_listing_term, alter column weight type int4, add column may int4 not null,
  add column age_min int2 not null, add column age_max int2 not null,
  add constraint hand_listing_term primary key (term, cell, service_id) include (weight, may, age_min, age_max);

-- A place that can be found in several ways is looked up once.
alter table listing_reach add column once boolean not null;
drop index hand_listing_reach_service;
create index hand_listing_reach_service on listing_reach (service_id, once)
  include (place_no, age_min, age_max, bits, days, latitude, longitude, capacity_as_of, assured_at, area, staff, interpreter);

-- The words of the ways to meet a topic, as they weighed when they were last counted. Written only by search-index/count-terms.server.ts.
create table listing_topic_word (
  jurisdiction_id uuid not null,
  topic bigint not null,
  way int2 not null,
  term bigint not null,
  -- Of the root of what the whole way gives; all words of all ways that count most make up 1.
  root float8 not null,
  -- Words of the way.
  words int2 not null,
  -- What a listing gets that meets the best way whole.
  most float8 not null,
  constraint listing_topic_word_pkey primary key (jurisdiction_id, topic, way, term)
);
alter table listing_topic_word enable row level security;
create policy tenant on listing_topic_word using (jurisdiction_id = (select app_jurisdiction()));

-- Topics that a listing meets go with it too.
create or replace function forget_terms() returns trigger language plpgsql as $$
begin
  delete from listing_term t using (
      select service_id, cell, term from gone, unnest(cells) as cell, unnest(terms) as term
      union all select service_id, cell, topic
      from gone join (select distinct jurisdiction_id, topic from listing_topic_word) as known using (jurisdiction_id), unnest(cells) as cell) as had
    where t.term = had.term and t.cell = had.cell and t.service_id = had.service_id;
  return null;
end $$;

-- A line that is the name of a program, or begins it, is that program's: names and organizations as they are compared with it.
create function line_key(name text) returns text language sql stable parallel safe as $$
  select trim(regexp_replace(regexp_replace(lower(unaccent(name)), '[''\u2019]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'))
$$;
alter table listing_words add column name_key text not null default '', add column organization_key text not null default '';
create index hand_listing_words_name_key on listing_words (jurisdiction_id, name_key text_pattern_ops);
create index hand_listing_words_organization_key on listing_words (jurisdiction_id, organization_key text_pattern_ops);
