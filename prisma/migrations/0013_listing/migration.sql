-- AlterTable
ALTER TABLE "listing_search" ADD COLUMN     "area_tracts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "service" ADD COLUMN     "waitlist_length" INTEGER;

-- AlterTable
ALTER TABLE "service_at_location" ADD COLUMN     "closed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "change_look" (
    "change_id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_user_id" UUID,

    CONSTRAINT "change_look_pkey" PRIMARY KEY ("change_id")
);

-- CreateIndex
CREATE INDEX "change_look_jurisdiction_id_at_idx" ON "change_look"("jurisdiction_id", "at");

-- Hand-written from here -----------------------------------------------------------------------------------------
-- A tract counted as its whole county until now: search rows of such listings are written anew at the next start.
delete from listing_words where service_id in (
  select a.service_id from service_area a where a.extent_type = 'tract' and a.service_id is not null
  union select p.service_id from service_area a join service_at_location p on p.id = a.service_at_location_id
    where a.extent_type = 'tract');

-- A closed place leaves no more, nor its location unless a listing is given there still (domain/directory/outgoing-gate.ts says the same).
create or replace function location_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from location t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (
  exists (select from service_at_location ox where ox.location_id = t.id and (ox.closed_at is null and (ox.jurisdiction_id = app_jurisdiction() and exists (select from service os where os.id = ox.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))))))
  or (t.source <> 'portal' and not exists (select from service_at_location ux where ux.location_id = t.id)
    and (t.organization_id is null or organization_leaves(t.organization_id))))));
end $$;

create or replace function service_at_location_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from service_at_location t where t.id = wanted and (t.closed_at is null and (t.jurisdiction_id = app_jurisdiction() and exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))))));
end $$;

create or replace function location_told(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return location_leaves(wanted) and exists (select from location t where t.id = wanted and t.visibility = 'full' and not exists (
    select from service_at_location hx join service hs on hs.id = hx.service_id where hx.location_id = t.id and hs.confidential));
end $$;
