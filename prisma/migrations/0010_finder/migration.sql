-- The rules of a JSON column become rows; what nobody wrote into them is not lost: only caregiver roles were ever kept there.
INSERT INTO "eligibility_rule" ("id", "jurisdiction_id", "service_id", "kind", "codes")
SELECT gen_random_uuid(), s."jurisdiction_id", s."id", 'caregiver_role',
  ARRAY(SELECT jsonb_array_elements_text(s."eligibility_rules" -> 'caregiverRoles'))
FROM "service" s
WHERE jsonb_typeof(s."eligibility_rules" -> 'caregiverRoles') = 'array'
  AND jsonb_array_length(s."eligibility_rules" -> 'caregiverRoles') > 0;

-- AlterTable
ALTER TABLE "service" DROP COLUMN "eligibility_rules",
ADD COLUMN     "days_to_first_contact" INTEGER;

-- AlterTable
ALTER TABLE "listing_search" ADD COLUMN     "bands" JSONB,
ADD COLUMN     "for_caregivers" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "not_caregivers" TEXT[] DEFAULT ARRAY[]::TEXT[];
