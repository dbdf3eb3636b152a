-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "progress" JSONB;

-- AlterTable
ALTER TABLE "import_conflict" ADD COLUMN     "row" JSONB;
