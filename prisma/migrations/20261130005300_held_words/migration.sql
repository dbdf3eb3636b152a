-- What a source says in words of an organization decided to be a victim service is told no more: what search keeps of its listings is
-- written anew by the worker (complete-search-rows.server.ts), and an address that names what the name does not goes.
with held as (
  select distinct s.id from service s join safety_hold h on h.organization_id = s.organization_id where h.status = 'is'
), reach as (delete from listing_reach where service_id in (select id from held)),
words as (delete from listing_words where service_id in (select id from held)),
cards as (delete from listing_card where service_id in (select id from held))
delete from listing_search where service_id in (select id from held);
