import { outgoingHsdsTables } from "../out/hsds-outgoing";
import { describeField, describeObject, listOf, type Schema } from "./describe-schemas";

export const hsdsVersion = "3.1.1";
/** Counts the changes of our own fields: the first number when one goes or means something else. */
const profileVersion = "1.0.0";

/**
 * RFC 7386: what of `patch` is null goes, objects are merged member by member, anything else takes the place of what was.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  const merged = new Map(
    typeof target === "object" && target !== null && !Array.isArray(target) ? Object.entries(target) : [],
  );
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

/** One patch a schema that we change, by the schema's file name; an object of our own is a patch of nothing. */
export const profileFiles: ReadonlyMap<string, () => Schema> = new Map(
  outgoingHsdsTables.flatMap((table): [string, () => Schema][] => {
    if (table.own) return [[`${table.name}.json`, () => describeObject(table)]];
    const added = table.fields.filter((one) => one.own);
    if (added.length === 0) return [];
    const properties = () => ({
      ...Object.fromEntries(added.map((one) => [one.name, describeField(table, one)])),
      ...(table.name === "service" ? { eligibility_rules: listOf("eligibility_rule") } : {}),
    });
    return [[`${table.name}.json`, () => ({ properties: properties() })]];
  }),
);

/** The patch of openapi.json: whose API it is; the endpoints are the specification's. */
export function openApiPatch(origin: string): Schema {
  return {
    info: {
      title: "Open directory of services for families",
      version: profileVersion,
      summary: "HSDS 3.1.1 with the Upstream profile",
      description:
        "Published listings of this portal, and listings withdrawn since. No person, no referral, nothing of where a hidden place is.",
      contact: null,
      license: null,
    },
    servers: [{ url: `${origin}/hsds` }],
  };
}

export function describeProfile(origin: string) {
  const uri = `${origin}/hsds/profile`;
  const patches = [...profileFiles.keys(), "openapi.json"].map((file) => ({ file, uri: `${uri}/${file}` }));
  return {
    name: "Upstream prevention services",
    version: profileVersion,
    hsds_version: hsdsVersion,
    uri,
    description:
      "Adds to HSDS what a referral to a prevention service needs: who may take part in rules, languages by staff and by interpreter, rated models, room with its date, places that are not published. JSON Merge Patches (RFC 7386) to the schemas of the same name.",
    schemas: `${origin}/hsds/schema`,
    patches,
  };
}
