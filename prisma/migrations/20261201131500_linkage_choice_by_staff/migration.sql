-- Who wrote down what the family said of record linkage, and how it was told; null where it said so on its own page.
ALTER TABLE "household" ADD COLUMN "record_linkage_said_at" TIMESTAMPTZ(3),
  ADD COLUMN "record_linkage_said_by_id" UUID,
  ADD COLUMN "record_linkage_said_how" TEXT;
