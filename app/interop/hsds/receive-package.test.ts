import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { receivePackage } from "./receive-package.server";

const folder = mkdtempSync(path.join(tmpdir(), "upstream-package-"));
const target = path.join(folder, "imports", "run.zip");
const send = (file: Blob | null, name = "county.zip") => {
  const body = new FormData();
  body.append("source", " baltimore-211 ");
  if (file) body.append("file", file, name);
  return receivePackage(new Request("http://portal.test", { method: "POST", body }), target);
};

it.each([
  ["no file", null, "file"],
  ["an empty file", new Blob([]), "file"],
  ["what is no zip", new Blob(["organization_id,name\n"]), "type"],
])("refuses %s and keeps nothing", async (_name, file, problem) => {
  expect((await send(file)).problem).toBe(problem);
  expect(existsSync(path.join(folder, "imports")) ? readdirSync(path.join(folder, "imports")) : []).toEqual(
    [],
  );
});

it("keeps a zip whole, with its name and its source", async () => {
  expect(await send(new Blob(["PK\u0003\u0004 and more"]))).toEqual({
    ...{ source: "baltimore-211", fileName: "county.zip", problem: null },
  });
  expect(await readFile(target, "latin1")).toBe("PK\u0003\u0004 and more");
});

it("counts a broken body as no file", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const request = new Request("http://portal.test", { method: "POST", headers, body: "--x\r\nnothing" });
  expect((await receivePackage(request, path.join(folder, "other.zip"))).problem).toBe("file");
});
