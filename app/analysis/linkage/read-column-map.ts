import { Refusal, roles, type MappedColumn, type Role } from "./link-job";

const isRole = (word: unknown): word is Role => (roles as readonly unknown[]).includes(word);

function readEntry(column: string, meant: unknown): MappedColumn {
  const named: unknown = typeof meant === "string" ? { role: meant } : meant;
  if (typeof named !== "object" || named === null || !("role" in named))
    throw new Refusal(`the map gives "${column}" no role`);
  if (!isRole(named.role))
    throw new Refusal(`the map gives "${column}" the role ${String(named.role)}; roles: ${roles.join(", ")}`);
  const format = "format" in named ? named.format : null;
  if (format !== null && (typeof format !== "string" || !/^(?=.*y)(?=.*M)(?=.*d)[yMd\W]+$/.test(format)))
    throw new Refusal(
      `the map's format of "${column}" wants y, M and d, such as yyyyMMdd, not ${String(format)}`,
    );
  return { column, role: named.role, format };
}

/** Reads MAP.json. Throws Refusal in words where it is no map, or a role or format is unknown. */
export function readColumnMap(text: string): MappedColumn[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Refusal(`the map is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new Refusal('the map wants { "column": "role" }');
  return Object.entries(parsed).map(([column, meant]) => readEntry(column, meant));
}
