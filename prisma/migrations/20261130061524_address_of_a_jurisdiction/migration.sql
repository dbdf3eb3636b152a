-- Where families find it: "https://families.example.gov" or "https://portal.example.gov/harbor".
alter table "jurisdiction" add column "address" TEXT;
CREATE UNIQUE INDEX "jurisdiction_address_key" ON "jurisdiction"("address");
