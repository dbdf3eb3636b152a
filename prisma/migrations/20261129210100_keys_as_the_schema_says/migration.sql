-- Foreign keys as prisma/schema says them: ids that change take their rows along.
ALTER TABLE "information_given" DROP CONSTRAINT "information_given_call_id_fkey";
ALTER TABLE "information_given" DROP CONSTRAINT "information_given_service_id_fkey";
ALTER TABLE "person" DROP CONSTRAINT "person_superseded_by_id_fkey";
ALTER TABLE "information_given" ADD CONSTRAINT "information_given_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "intake_call"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "information_given" ADD CONSTRAINT "information_given_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "person" ADD CONSTRAINT "person_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
