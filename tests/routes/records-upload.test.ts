import { existsSync, readdirSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { authSettings } from "../../app/auth/auth-settings.server";
import { resolveSession } from "../../app/auth/resolve-session.server";
import type { Role } from "../../app/domain/kernel/actor";
import { newId } from "../../app/domain/kernel/ids";
import {
  forgetRecords,
  receiveRecords,
  recordsUpload,
} from "../../app/interop/records/records-upload.server";
import { action } from "../../app/routes/admin/records";
import { makeScopes } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { statusOf } from "../setup/form-routes";
import { signInAs } from "../setup/sign-in";

const db = await testDatabase();
const place = (await makeScopes(db)).own;

async function send(
  fields: Record<string, string>,
  files: Record<string, string>,
  role: Role = "jurisdiction_admin",
) {
  const { id } = await db.arrange.membership.findFirstOrThrow({ where: { userId: place.userId, role } });
  const person = { email: "person-a1@example.test", membershipId: id };
  const cookie = await signInAs(db.prisma, person, authSettings().secret);
  const { session } = await resolveSession({ headers: { cookie: `${cookie.name}=${cookie.value}` } });
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, text] of Object.entries(files)) body.append("file", new Blob([text]), name);
  const request = new Request("http://portal.test/admin/records", { method: "POST", body });
  const context = { cspNonce: "", requestId: "request-1", clientIp: "127.0.0.1", session };
  return statusOf(action, { request, params: {}, context });
}
/** The files that lie there for the runs of this database. */
const uploads = async (): Promise<string[]> => {
  const ids = await db.owner.query<{ id: string }>("select id from import_run order by id");
  return ids.rows
    .filter(({ id }) => existsSync(recordsUpload(id)))
    .map(({ id }) => readdirSync(recordsUpload(id)).sort().join());
};
const runs = async () =>
  (await db.owner.query("select file_name, state from import_run where kind = 'records' order by started_at"))
    .rows;

afterAll(async () => {
  const ids = await db.owner.query<{ id: string }>("select id from import_run");
  for (const { id } of ids.rows) await forgetRecords(id);
});

it("leaves nothing of files that cannot be taken together", async () => {
  const id = newId();
  const body = new FormData();
  for (const name of ["children.csv", "CHILDREN.csv"]) body.append("file", new Blob(["child_id\n"]), name);
  const received = await receiveRecords(new Request("http://portal.test", { method: "POST", body }), id);
  expect([received.problem, existsSync(recordsUpload(id))]).toEqual(["twice", false]);
});

it("takes the files of one extract once, however often the same form is sent", async () => {
  const form = { formKey: "drawn-1.0", asOf: "2026-06-30" };
  const files = { "Children.CSV": "child_id\nc1\n", "reports.csv": "report_id,child_id,report_date\n" };
  expect(await send(form, files)).toBe(303);
  expect(await send(form, files)).toBe(303);
  expect(await runs()).toEqual([{ file_name: "children.csv, reports.csv", state: "waiting" }]);
  expect(await uploads()).toEqual(["children.csv,reports.csv"]);
  const jobs = await db.owner.query("select data from pgboss.job where name = 'import-records'");
  expect(jobs.rows.map(({ data }) => Object.keys(data as object).sort())).toEqual([
    ["jurisdictionId", "runId"],
  ]);
  expect(await send({ ...form, formKey: "drawn-2.0" }, files)).toBe(303);
  expect(await runs()).toHaveLength(2);
});

it.each([
  ["no file", {}, {}],
  ["two files of one name", {}, { "children.csv": "child_id\n", "CHILDREN.csv": "child_id\n" }],
  ["a day that is none", { asOf: "soon" }, { "children.csv": "child_id\n" }],
  ["a day that has not come", { asOf: "2999-01-01" }, { "children.csv": "child_id\n" }],
])("refuses %s, and keeps nothing", async (_name, fields, files) => {
  const before = [await runs(), await uploads()];
  expect(await send({ formKey: "drawn-9.0", ...fields }, files)).toBe(422);
  expect([await runs(), await uploads()]).toEqual(before);
});

it("keeps nothing of somebody who may not, whatever name the file has", async () => {
  const before = [await runs(), await uploads()];
  expect(await send({}, { "../../../x.csv": "child_id\n" }, "intake_supervisor")).toBe(403);
  expect([await runs(), await uploads()]).toEqual(before);
  expect(await send({ formKey: "drawn-10.0" }, { "../../../x.csv": "child_id\n" })).toBe(303);
  expect(await uploads()).toContain("x.csv");
});
