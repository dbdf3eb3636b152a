-- What hangs on a listing beyond that: whom it is for, who pays, counted openings, attributes.

CREATE TABLE "eligibility_rule" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "codes" TEXT[],
    "minimum" DOUBLE PRECISION,
    "maximum" DOUBLE PRECISION,
    "note" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "eligibility_rule_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "eligibility_rule_service_id_idx" ON "eligibility_rule"("service_id");

CREATE TABLE "funding" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "service_id" UUID,
    "funding_source" TEXT,
    "code" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "funding_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "funding_service_id_idx" ON "funding"("service_id");
CREATE INDEX "funding_organization_id_idx" ON "funding"("organization_id");

CREATE TABLE "organization_identifier" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "identifier_scheme" TEXT,
    "identifier_type" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "organization_identifier_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "organization_identifier_organization_id_idx" ON "organization_identifier"("organization_id");

CREATE TABLE "url" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "service_id" UUID,
    "label" TEXT,
    "url" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "url_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "url_service_id_idx" ON "url"("service_id");
CREATE INDEX "url_organization_id_idx" ON "url"("organization_id");

CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scheme" TEXT,
    "identifier" TEXT,
    "uri" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "unit_jurisdiction_id_idx" ON "unit"("jurisdiction_id");

CREATE TABLE "service_capacity" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "available" DOUBLE PRECISION NOT NULL,
    "maximum" DOUBLE PRECISION,
    "description" TEXT,
    "updated" TIMESTAMPTZ(3) NOT NULL,
    "age_min_months" INTEGER,
    "age_max_months" INTEGER,
    "language" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "service_capacity_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "service_capacity_service_id_idx" ON "service_capacity"("service_id");

CREATE TABLE "meta_table_description" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "name" TEXT,
    "language" TEXT,
    "character_set" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "meta_table_description_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "meta_table_description_jurisdiction_id_idx" ON "meta_table_description"("jurisdiction_id");

ALTER TABLE "eligibility_rule" ADD CONSTRAINT "eligibility_rule_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "funding" ADD CONSTRAINT "funding_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "funding" ADD CONSTRAINT "funding_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organization_identifier" ADD CONSTRAINT "organization_identifier_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "url" ADD CONSTRAINT "url_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "url" ADD CONSTRAINT "url_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "service_capacity" ADD CONSTRAINT "service_capacity_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "service_capacity" ADD CONSTRAINT "service_capacity_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
