import { type ImportPass, type Mapped, hashOfRow, refusal, warn } from "./import-pass";
import type { FileRow } from "./ohana-files";
import { emailOf, textOf, urlOf } from "./read-ohana-values";

export function mapOrganization(pass: ImportPass, row: FileRow, id: string): Mapped {
  const { values } = row;
  const name = textOf(values["name"]);
  if (!name) return refusal("name", "no name", "no_name");
  const website = urlOf(values["website"]);
  const email = emailOf(values["email"]);
  if (textOf(values["website"]) && !website)
    warn(pass, "organizations", row, "website", "not a web address; left out", "bad_url");
  if (textOf(values["email"]) && !email)
    warn(pass, "organizations", row, "email", "not an e-mail address; left out", "bad_email");
  const now = pass.ctx.clock.now().toISOString();
  return {
    write: {
      id: pass.idOf("organizations", id),
      source: pass.source,
      source_id: id,
      name,
      alternate_name: textOf(values["alternate_name"]),
      description: values["description"]?.trim() ?? "",
      email,
      website,
      tax_id: textOf(values["tax_id"]),
      legal_status: textOf(values["legal_status"]),
      import_hash: hashOfRow(row),
      created_at: now,
      last_modified: now,
    },
  };
}
