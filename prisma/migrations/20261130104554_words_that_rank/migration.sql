-- Words of published listings as they are compared: one function for what listings say and for what is typed. Letters with
-- marks are plain, Arabic vowels and the marks of ligatures go, English endings go; words of English grammar are none.
-- Separators are named: what is a letter must not hang on the server's locale (the embedded server's is "C").
create function search_lexemes(said text) returns text[] language sql stable parallel safe as $$
  select coalesce(array_agg(lexeme), '{}') from (
    select case when ending is null then word when ending = '{}' then null else ending[1] end as lexeme
    from regexp_split_to_table(
        regexp_replace(lower(unaccent(normalize(said, nfkc))), '[''\u0300-\u036f\u0640\u064b-\u065f\u2019]', '', 'g'),
        '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\xbf\u2000-\u206f\u3000-\u3003\u3008-\u3020\u30fb\uff00-\uff0f]+') as word,
      lateral (select ts_lexize('english_stem', word) as ending) as stemmed
    where length(word) between 2 and 40 or word ~ '^[0-9]$') as found
  where lexeme is not null
$$;

-- What a listing's words weigh, between 0 and 1000: how often and where they stand, less in a long text (BM25's term frequency,
-- Robertson 1994, k1 = 2.5, b = 0.4, an average of 160 words; a name counts three times, categories twice).
create function listing_terms(name text, organization text, categories text, said text)
returns table (lexeme text, weight int2) language sql stable parallel safe as $$
  with place as materialized (
    select search_lexemes(name) as names, search_lexemes(organization) as organizations, search_lexemes(categories) as labels,
      search_lexemes(said) as texts),
  counted as (
    select distinct lexeme, 3.0 as times from place, unnest(names) as lexeme
    union all select distinct lexeme, 0.7 from place, unnest(organizations) as lexeme
    union all select distinct lexeme, 2.0 from place, unnest(labels) as lexeme
    union all select lexeme, count(*) from place, unnest(texts) as lexeme group by lexeme)
  select lexeme, greatest(1, 1000 * sum(times) / (sum(times) + 2.5 * (0.6 + 0.4 * (
    select cardinality(names) + cardinality(texts) from place) / 160)))::int2
  from counted group by lexeme
$$;

-- Programs of a congregation, by their own and their organization's name: a family may not want one.
create function is_religious(names text) returns boolean language sql immutable parallel safe as $$
  select names ~* '\m(church|churches|ministry|ministries|catholic|christian|baptist|methodist|lutheran|presbyterian|episcopal|pentecostal|apostolic|tabernacle|chapel|parish|gospel|bible|temple|synagogue|jewish|mosque|masjid|islamic|muslim|salvation army|faith|archdiocese|diocese|jesuit|franciscan|cathedral|congregation|congregational|assembly of god|assemblies of god|worship|covenant|bethel|zion|pastoral|rescue mission|st\.? vincent de paul|mennonite|adventist|quaker|friends meeting|rcc|umc|ame church|cogic|christ|lord|holy|saints|iglesia|templo|ministerio|ministerios)\M'
$$;

-- A word of a listing where it can be found: read by the word alone, or by the word near a place. Written only by
-- directory/search-index/write-search-rows.server.ts.
create table listing_term (
  term bigint not null,
  cell int not null,
  service_id uuid not null,
  weight int2 not null,
  constraint hand_listing_term primary key (term, cell, service_id) include (weight)
);
create table listing_term_count (
  jurisdiction_id uuid not null,
  term bigint not null,
  services int not null,
  constraint listing_term_count_pkey primary key (jurisdiction_id, term)
);
alter table listing_term_count enable row level security;
create policy tenant on listing_term_count using (jurisdiction_id = (select app_jurisdiction()));

-- A need is a word among words now. Rows are written anew when the worker starts.
truncate listing_reach, listing_search, listing_card, listing_words;
alter table listing_reach drop constraint hand_listing_reach;
alter table listing_reach drop column need_no;
alter table listing_reach add constraint hand_listing_reach primary key (key, service_id, place_no)
  include (age_min, age_max, bits, days, latitude, longitude, capacity_as_of, assured_at, area, staff, interpreter);
drop index listing_reach_service_id_idx;
create index hand_listing_reach_service on listing_reach (service_id)
  include (key, place_no, age_min, age_max, bits, days, latitude, longitude, capacity_as_of, assured_at, area, staff, interpreter);
drop index listing_words_need_codes_idx;
alter table listing_words drop column need_codes, add column latitude float8, add column longitude float8,
  add column terms int8[] not null default '{}', add column cells int4[] not null default '{}';

-- Words go with their listing, whoever takes it out: a later migration too.
create function forget_terms() returns trigger language plpgsql as $$
begin
  delete from listing_term t using (
      select service_id, cell, term from gone, unnest(cells) as cell, unnest(terms) as term) as had
    where t.term = had.term and t.cell = had.cell and t.service_id = had.service_id;
  return null;
end $$;
create trigger forget_terms after delete on listing_words referencing old table as gone
  for each statement execute function forget_terms();

create function forget_all_terms() returns trigger language plpgsql as $$
begin
  truncate listing_term;
  return null;
end $$;
create trigger forget_all_terms after truncate on listing_words for each statement execute function forget_all_terms();

-- What a jurisdiction adds to a situation: words that programs write, and needs it belongs to.
alter table code_list_entry add column words text[] not null default '{}', add column need_codes text[] not null default '{}';
