import type { OutgoingList } from "~/domain/directory/outgoing/find-outgoing.schema";
import type { Ctx } from "~/domain/kernel/context";
import { isId } from "~/domain/kernel/ids";
import { describePackage } from "../out/hsds-descriptor";
import { describeOpenApi } from "../profile/describe-openapi";
import { describeProfile, hsdsVersion, openApiPatch, profileFiles } from "../profile/describe-profile";
import { schemaFiles } from "../profile/describe-schemas";
import { HsdsProblem, noSuch } from "./hsds-problem";
import { listObjects, nextLines, showObjects } from "./list-objects.server";
import { readParameters } from "./read-parameters";

export interface HsdsRequest {
  /** What comes after /hsds, without slashes at its ends. */
  path: string;
  /** GET, HEAD or POST. */
  method: string;
  parameters: ReadonlyMap<string, string>;
  /** Where people reach the portal. */
  origin: string;
}
export interface HsdsAnswer {
  body: unknown;
  /** When the newest of what is shown changed. */
  modified: Date | null;
  /** A list without pages: the lines after an id; null for an answer of one piece. */
  lines: ((ctx: Ctx, after: string | null) => ReturnType<typeof nextLines>) | null;
}

const lists: Readonly<Record<string, OutgoingList>> = {
  services: "service",
  organizations: "organization",
  service_at_locations: "service_at_location",
  taxonomies: "taxonomy",
  taxonomy_terms: "taxonomy_term",
};
const whole = (body: unknown): HsdsAnswer => ({ body, modified: null, lines: null });

async function answerList(ctx: Ctx, object: OutgoingList, request: HsdsRequest): Promise<HsdsAnswer> {
  const ask = readParameters(object, request.parameters);
  if (!ask.ndjson) return { ...(await listObjects(ctx, object, ask)), lines: null };
  return { body: null, modified: null, lines: (later, after) => nextLines(later, object, ask, after) };
}

async function answerOne(
  ctx: Ctx,
  object: OutgoingList,
  id: string,
  request: HsdsRequest,
): Promise<HsdsAnswer> {
  const { fullService } = readParameters(
    object,
    new Map([...request.parameters].filter(([name]) => name === "full_service" && object === "organization")),
  );
  const [row] = isId(id)
    ? await showObjects(ctx, object, [id.toLowerCase()], { full: true, fullService })
    : [];
  if (!row) throw noSuch(`${object.replaceAll("_", " ")} with this id`);
  const modified = row["last_modified"];
  return { body: row, modified: typeof modified === "string" ? new Date(modified) : null, lines: null };
}

function answerSchema(file: string | undefined, origin: string): HsdsAnswer {
  if (file === undefined) {
    const files = [...schemaFiles.keys(), "openapi.json", "datapackage.json"];
    return whole({
      version: hsdsVersion,
      schemas: files.map((name) => ({ file: name, uri: `${origin}/hsds/schema/${name}` })),
    });
  }
  if (file === "openapi.json") return whole(describeOpenApi(origin));
  if (file === "datapackage.json") {
    const { created: _, ...described } = describePackage({
      title: "Directory of services for families",
      created: "",
      profile: `${origin}/hsds/profile`,
      attributions: [],
    });
    return whole(described);
  }
  const schema = schemaFiles.get(file);
  if (!schema) throw noSuch("schema of this name");
  return whole(schema());
}

function answerProfile(file: string | undefined, origin: string): HsdsAnswer {
  if (file === undefined) return whole(describeProfile(origin));
  if (file === "openapi.json") return whole(openApiPatch(origin));
  const patch = profileFiles.get(file);
  if (!patch) throw noSuch("patch of this name");
  return whole(patch());
}

/**
 * One request of the open-data API (HSDS 3.1.1) as what to send: only what may leave the directory. Throws HsdsProblem with
 * 400, 404 or 405 for what cannot be answered.
 */
export async function answerHsds(ctx: Ctx, request: HsdsRequest): Promise<HsdsAnswer> {
  const [first = "", second, ...rest] = request.path === "" ? [] : request.path.split("/");
  const list = Object.hasOwn(lists, first) ? lists[first] : undefined;
  if (request.method === "POST" && !(list && second === undefined))
    throw new HsdsProblem(405, "Only lists are asked by POST.");
  if (rest.length > 0) throw noSuch("such address");
  if (list)
    return second === undefined ? answerList(ctx, list, request) : answerOne(ctx, list, second, request);
  const { origin } = request;
  if (first === "schema") return answerSchema(second, origin);
  if (first === "profile") return answerProfile(second, origin);
  if (first !== "") throw noSuch("such address");
  return whole({
    version: hsdsVersion,
    profile: `${origin}/hsds/profile`,
    openapi_url: `${origin}/hsds/schema/openapi.json`,
  });
}
