-- What search reads: narrow rows to rank, and the card of each beside them.
CREATE TABLE "listing_search" (
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "place_no" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "need_codes" TEXT[],
    "staff_languages" TEXT[],
    "interpreter_languages" TEXT[],
    "interpreters_mentioned" BOOLEAN NOT NULL,
    "times_of_day" TEXT[],
    "delivery_modes" TEXT[],
    "is_free" BOOLEAN,
    "child_age_min" INTEGER,
    "child_age_max" INTEGER,
    "area_stated" BOOLEAN NOT NULL,
    "area_zips" TEXT[],
    "area_counties" TEXT[],
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "takes_referrals" BOOLEAN NOT NULL,
    "capacity_status" "capacity_status",
    "capacity_as_of" TIMESTAMPTZ(3),
    "days_to_first_contact" INTEGER,
    "evidence_rank" INTEGER NOT NULL,
    "assured_at" TIMESTAMPTZ(3),
    "keys" BIGINT[],

    CONSTRAINT "listing_search_pkey" PRIMARY KEY ("jurisdiction_id","service_id","place_no")
);

CREATE TABLE "listing_card" (
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "place_no" INTEGER NOT NULL,
    "name_folded" TEXT NOT NULL,
    "words" tsvector,
    "card" JSONB NOT NULL,

    CONSTRAINT "listing_card_pkey" PRIMARY KEY ("jurisdiction_id","service_id","place_no")
);

CREATE INDEX "listing_search_keys_idx" ON "listing_search" USING GIN ("keys");
CREATE INDEX "listing_card_words_idx" ON "listing_card" USING GIN ("words");
CREATE INDEX "listing_card_name_folded_idx" ON "listing_card" USING GIN ("name_folded" gin_trgm_ops);

-- Counts of openings change far more often than what is searched: no pending list to be read by every search.
ALTER INDEX "listing_search_keys_idx" SET (fastupdate = off);

-- Children of one place of a service, looked up for every search row.
CREATE INDEX "phone_service_at_location_id_idx" ON "phone"("service_at_location_id");
CREATE INDEX "schedule_service_at_location_id_idx" ON "schedule"("service_at_location_id");
CREATE INDEX "service_area_service_at_location_id_idx" ON "service_area"("service_at_location_id");
