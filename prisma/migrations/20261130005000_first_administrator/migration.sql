-- The first administrator is invited by nobody: by the command of whoever keeps the machine.
ALTER TABLE "invitation" ALTER COLUMN "invited_by_id" DROP NOT NULL;
ALTER TABLE "invitation" ADD COLUMN "name" TEXT;
