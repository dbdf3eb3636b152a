-- What a search reads; app/domain/directory/search-index/README.md explains the four tables.

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
    "area_tracts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "takes_referrals" BOOLEAN NOT NULL,
    "capacity_status" "capacity_status",
    "capacity_as_of" TIMESTAMPTZ(3),
    "days_to_first_contact" INTEGER,
    "evidence_rank" INTEGER NOT NULL,
    "assured_at" TIMESTAMPTZ(3),
    "for_caregivers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "not_caregivers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "bands" JSONB,

    CONSTRAINT "listing_search_pkey" PRIMARY KEY ("jurisdiction_id","service_id","place_no")
);

CREATE TABLE "listing_card" (
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "place_no" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "facts" JSON NOT NULL,
    "card" JSON NOT NULL,

    CONSTRAINT "listing_card_pkey" PRIMARY KEY ("jurisdiction_id","service_id","place_no")
);

CREATE TABLE "listing_reach" (
    "key" BIGINT NOT NULL,
    "service_id" UUID NOT NULL,
    "place_no" SMALLINT NOT NULL,
    "need_no" SMALLINT NOT NULL,
    "age_min" SMALLINT NOT NULL,
    "age_max" SMALLINT NOT NULL,
    "bits" INTEGER NOT NULL,
    "days" SMALLINT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "capacity_as_of" TIMESTAMPTZ(3),
    "assured_at" TIMESTAMPTZ(3),
    "area" INTEGER[],
    "staff" INTEGER[],
    "interpreter" INTEGER[],

    CONSTRAINT "hand_listing_reach" PRIMARY KEY ("key", "service_id", "place_no")
      INCLUDE ("need_no", "age_min", "age_max", "bits", "days", "latitude", "longitude", "capacity_as_of", "assured_at",
        "area", "staff", "interpreter")
);
CREATE INDEX "listing_reach_service_id_idx" ON "listing_reach"("service_id");

CREATE TABLE "listing_words" (
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "place_no" SMALLINT NOT NULL,
    "age_min" SMALLINT NOT NULL,
    "age_max" SMALLINT NOT NULL,
    "bits" INTEGER NOT NULL,
    "days" SMALLINT NOT NULL,
    "capacity_as_of" TIMESTAMPTZ(3),
    "assured_at" TIMESTAMPTZ(3),
    "need_codes" TEXT[],
    "staff" INTEGER[],
    "interpreter" INTEGER[],
    "name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "words" tsvector,

    CONSTRAINT "listing_words_pkey" PRIMARY KEY ("service_id")
);
-- The long words lie outside the row: a search for a common word reads a hundred thousand narrow rows.
ALTER TABLE "listing_words" ALTER COLUMN "words" SET STORAGE EXTERNAL;
ALTER TABLE "listing_words" SET (toast_tuple_target = 128);
CREATE INDEX "listing_words_jurisdiction_id_idx" ON "listing_words"("jurisdiction_id");
CREATE INDEX "listing_words_need_codes_idx" ON "listing_words" USING GIN ("need_codes");
CREATE INDEX "listing_words_words_idx" ON "listing_words" USING GIN ("words");
CREATE INDEX "listing_words_name_folded_idx" ON "listing_words" USING GIN ("name_folded" gin_trgm_ops);

-- Hand-written from here -----------------------------------------------------------------------------------------
-- Thirty-five cards are read for every page: they are neither compressed nor kept elsewhere.
ALTER TABLE "listing_card" SET (toast_tuple_target = 8160);
-- What waits to be sorted in is read by every search for words: little of it.
ALTER INDEX "listing_words_need_codes_idx" SET (gin_pending_list_limit = 512);
ALTER INDEX "listing_words_words_idx" SET (gin_pending_list_limit = 512);
ALTER INDEX "listing_words_name_folded_idx" SET (gin_pending_list_limit = 512);
