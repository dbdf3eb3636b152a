import { mkdtemp, readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { downloadApi } from "./download-api";
import type { ImportNote } from "./import-report";

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

async function serve(answer: Answer): Promise<URL> {
  const server = createServer((request, response) =>
    answer(request, response, new URL(request.url ?? "/", "http://x")),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hsds`);
}
const json = (response: ServerResponse, value: unknown) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(value));
};
const service = (n: number) => ({
  id: `s${n}`,
  name: `Service ${n}`,
  phones: [{ id: `p${n}`, number: "1" }],
});

async function download(base: URL, allowPrivate = true) {
  const folder = await mkdtemp(path.join(tmpdir(), "api-"));
  const notes: ImportNote[] = [];
  await downloadApi(base, {
    folder,
    progress: () => undefined,
    warn: (note) => notes.push(note),
    allowPrivate,
    timeoutMs: 700,
    pauseMs: 5,
  });
  return {
    notes,
    services: (await readFile(path.join(folder, "services.ndjson"), "utf8")).trim().split("\n"),
  };
}
const lists =
  (page: (number: number) => unknown): Answer =>
  (_request, response, url) => {
    if (url.pathname !== "/hsds/services") {
      response.statusCode = 404;
      return void response.end();
    }
    json(response, page(Number(url.searchParams.get("page"))));
  };

it("reads every page and asks for the whole of what a list gives in short, and tells of counts that disagree", async () => {
  const asked: string[] = [];
  const base = await serve((_request, response, url) => {
    asked.push(url.pathname);
    if (url.pathname === "/hsds/services/s3") return json(response, service(3));
    lists((n) => ({
      contents: n === 1 ? [service(1), service(2)] : [{ id: "s3", name: "Short" }],
      total_items: 4,
      total_pages: 2,
      page_number: n,
      last_page: n === 2,
    }))(_request, response, url);
  });
  const { services, notes } = await download(base);
  expect(services).toHaveLength(3);
  expect(services[2]).toContain("Service 3");
  expect(asked).toContain("/hsds/services/s3");
  expect(notes.map((note) => note.code)).toEqual(["page_counts"]);
});

it.each<[string, Answer, RegExp]>([
  [
    "a chain without end that repeats itself",
    lists(() => ({ contents: [service(1)], last_page: false })),
    /page 2 is a page that came before/,
  ],
  [
    "a server that fails",
    (_q, response) => void ((response.statusCode = 500), response.end("oops")),
    /answered 500, 3 times/,
  ],
  ["a web page", (_q, response) => void response.end("<html>Sign in</html>"), /answered with a web page/],
  ["broken JSON", (_q, response) => void response.end('{"contents": ['), /something that is not JSON/],
  ["another form", (_q, response) => json(response, { items: [] }), /not a page of HSDS/],
  [
    "another host",
    (_q, response) => void response.writeHead(302, { location: "http://127.0.0.2/x" }).end(),
    /another host/,
  ],
  [
    "a ring of redirects",
    (q, response) => void response.writeHead(302, { location: q.url ?? "/" }).end(),
    /on and on/,
  ],
  ["silence", () => undefined, /no answer within 0\.7 seconds/],
  ["nothing there", (_q, response) => void ((response.statusCode = 404), response.end()), /no HSDS API here/],
])("refuses %s in clear words", async (_what, answer, words) => {
  await expect(download(await serve(answer))).rejects.toThrow(words);
});

it("asks no address of its own network when it is not a person at the terminal who asks", async () => {
  let asked = 0;
  const base = await serve((_q, response) => void ((asked += 1), response.end()));
  await expect(download(base, false)).rejects.toThrow(/address of this network/);
  await expect(download(new URL("http://[::1]/hsds"), false)).rejects.toThrow(/address of this network/);
  expect(asked).toBe(0);
});
