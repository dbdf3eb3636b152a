-- Search at 200,000 places: what a search with a place ranks lies in one index, in the order of its keys; what a search
-- without a place ranks lies in one narrow row a service. listing_search keeps the facts; listing_card what is shown,
-- as the text that is sent.
DROP INDEX "listing_search_keys_idx";
ALTER TABLE "listing_search" DROP COLUMN "keys";

DROP TABLE "listing_card";
CREATE TABLE "listing_card" (
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "place_no" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "facts" JSON NOT NULL,
    "card" JSON NOT NULL,

    CONSTRAINT "listing_card_pkey" PRIMARY KEY ("jurisdiction_id","service_id","place_no")
);
-- Thirty-five cards are read for every page: they are neither compressed nor kept elsewhere.
ALTER TABLE "listing_card" SET (toast_tuple_target = 8160);

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

    CONSTRAINT "listing_reach_pkey" PRIMARY KEY ("key", "service_id", "place_no")
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
-- What waits to be sorted in is read by every search for words: little of it.
ALTER INDEX "listing_words_need_codes_idx" SET (gin_pending_list_limit = 512);
ALTER INDEX "listing_words_words_idx" SET (gin_pending_list_limit = 512);
ALTER INDEX "listing_words_name_folded_idx" SET (gin_pending_list_limit = 512);
