-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "file_name" TEXT,
ADD COLUMN     "started_by_id" UUID,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'done';
