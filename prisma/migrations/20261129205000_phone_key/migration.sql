-- A family is known again by its number however it was typed (app/domain/households/phone-key.ts).
ALTER TABLE "household" ADD COLUMN "phone_key" TEXT;
CREATE INDEX "household_jurisdiction_id_phone_key_idx" ON "household"("jurisdiction_id", "phone_key");

update household set phone_key = right(digits, 10) from (
  select id, regexp_replace(
    regexp_replace(phone, '[\s,;.]*(\mext(ension)?\M|\manexo\M|\mint(erno)?\M|x|#)[\s.:]*\d{1,6}\s*$', '', 'i'), '\D', '', 'g') as digits
  from household where phone is not null) as typed
where typed.id = household.id and length(digits) >= 7;
