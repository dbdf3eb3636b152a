-- Openings of a listing at one of its places, as somebody counted them there, and when.
alter table service_at_location add column capacity_available int, add column capacity_as_of timestamptz(3);
