import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { beginImport, finishImport } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { type ImportPass, newPass, takeFile } from "./import-pass";
import { type ImportReport, UnusableFiles } from "./import-report";
import { importTaxonomy } from "./import-taxonomy";
import { mapAddress, mapContact, mapPhone } from "./map-contact-points";
import { mapLocation } from "./map-location";
import { mapOrganization } from "./map-organization";
import { mapService, mapServicePlace } from "./map-service";
import { type FileRow, type OhanaFile, ohanaFiles } from "./ohana-files";
import { readOhanaFile } from "./read-ohana-file";
import { surveyPlaces } from "./survey-places";

async function* nothing(): AsyncGenerator<FileRow> {}

/** Checks the folder before anything is read: the needed files are there. */
function checkFolder(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UnusableFiles(`${folder}: no such folder.`);
  for (const [file, { needed }] of Object.entries(ohanaFiles)) {
    if (needed && !existsSync(path.join(folder, `${file}.csv`)))
      throw new UnusableFiles(`${file}.csv is not in the folder, and an import needs it.`);
  }
}

/** Readers of a folder's files. `quiet` reads without reporting, for the first pass. */
function readers(folder: string, pass: ImportPass) {
  return (file: OhanaFile, quiet = false): AsyncIterable<FileRow> => {
    const full = path.join(folder, `${file}.csv`);
    if (!existsSync(full)) {
      if (!quiet)
        pass.report.warnings.push({
          file: `${file}.csv`,
          line: null,
          column: null,
          reason: "not in the folder",
          code: "missing_file",
        });
      return nothing();
    }
    const problems = quiet
      ? { reject: () => undefined, warn: () => undefined }
      : {
          reject: (note: ImportReport["rejected"][number]) => pass.report.rejected.push(note),
          warn: (note: ImportReport["warnings"][number]) => pass.report.warnings.push(note),
        };
    return readOhanaFile(full, `${file}.csv`, ohanaFiles[file].columns, problems);
  };
}

/**
 * Brings a folder of the older Ohana / HSDS 1.x form into the directory, inside the caller's one transaction. Running it
 * again changes nothing but what changed in the source. Throws UnusableFiles when a file as a whole cannot be used; then the
 * caller rolls back and nothing is taken. Rows that cannot be used are in the report with file, line and reason.
 */
export async function importOhana(
  ctx: Ctx,
  input: { folder: string; source: string; progress: (words: string) => void },
): Promise<ImportReport> {
  checkFolder(input.folder);
  const startedAt = ctx.clock.now();
  const pass = newPass(ctx, input.source, await beginImport(ctx, { source: input.source }), input.progress);
  const read = readers(input.folder, pass);
  pass.places = await surveyPlaces({
    addresses: read("addresses", true),
    locations: read("locations", true),
    services: read("services", true),
  });
  input.progress(`${pass.places.hidden.size} confidential places: kept without address or coordinates`);
  const categories = path.join(input.folder, "service_categories.json");
  const taxonomy = await importTaxonomy(pass, read("taxonomy"), existsSync(categories) ? categories : null);
  await takeFile(pass, "organizations", "organization", read("organizations"), (row, id) =>
    mapOrganization(pass, row, id),
  );
  await takeFile(pass, "locations", "location", read("locations"), (row, id) => mapLocation(pass, row, id));
  await takeFile(pass, "services", "service", read("services"), (row, id) => mapService(pass, row, id));
  await takeServicePlaces(pass, read("services", true));
  await takeFile(pass, "addresses", "address", read("addresses"), (row, id) =>
    mapAddress("physical")(pass, row, id),
  );
  await takeFile(pass, "mail_addresses", "address", read("mail_addresses"), (row, id) =>
    mapAddress("postal")(pass, row, id),
  );
  await takeFile(pass, "contacts", "contact", read("contacts"), (row, id) => mapContact(pass, row, id));
  await takeFile(pass, "phones", "phone", read("phones"), (row, id) => mapPhone(pass, row, id));
  await taxonomy.link();
  const changed = [pass.report.imported, pass.report.updated].some((counts) =>
    Object.values(counts).some((count) => count > 0),
  );
  if (changed) input.progress("writing what search reads");
  await finishImport(ctx, { source: input.source, startedAt, report: pass.report, changed });
  return pass.report;
}

/** Each service at its place: a second look at the same file, over the services that were taken. */
async function takeServicePlaces(pass: ImportPass, rows: AsyncIterable<FileRow>): Promise<void> {
  const services = pass.taken.get("services") ?? new Set<string>();
  async function* taken() {
    for await (const row of rows) if (services.has((row.values["id"] ?? "").trim())) yield row;
  }
  const report = { ...pass, taken: new Map() };
  await takeFile(report, "services", "service_at_location", taken(), (row, id) =>
    mapServicePlace(pass, row, id),
  );
}
