-- An import of the agency's records may be asked for on a page: the last day that whoever asks says it covers.
ALTER TABLE "import_run" ADD COLUMN "as_of" DATE;
