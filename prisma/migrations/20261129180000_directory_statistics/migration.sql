-- A directory comes in at once, and what reads it next is planned by what is known of its size. PostgreSQL would find that out
-- a minute later; until then an export of a city took a minute of looping. Only a table's owner may have it counted.
create function count_directory_anew() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze taxonomy, taxonomy_term, organization, organization_identifier, program, service, location, service_at_location,
    address, contact, phone, schedule, service_area, unit, service_capacity, cost_option, required_document, language,
    accessibility, funding, url, eligibility_rule, attribute, field_change, listing_search, listing_card, listing_reach,
    listing_words;
end $$;
revoke all on function count_directory_anew() from public;
grant execute on function count_directory_anew() to upstream_app;
