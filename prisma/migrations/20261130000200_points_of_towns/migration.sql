-- A place of which only the town is told is found by the middle of its town. Until now it was by its ZIP's, which several
-- distances tell. The portal writes the rows of these listings anew at its next start.
delete from "listing_reach" where "service_id" in (
  select sl."service_id" from "service_at_location" sl join "location" l on l."id" = sl."location_id" where l."visibility" = 'partial');
delete from "listing_search" where "service_id" in (
  select sl."service_id" from "service_at_location" sl join "location" l on l."id" = sl."location_id" where l."visibility" = 'partial');
delete from "listing_card" where "service_id" in (
  select sl."service_id" from "service_at_location" sl join "location" l on l."id" = sl."location_id" where l."visibility" = 'partial');
delete from "listing_words" where "service_id" in (
  select sl."service_id" from "service_at_location" sl join "location" l on l."id" = sl."location_id" where l."visibility" = 'partial');
