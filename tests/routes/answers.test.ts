import { beforeAll, describe, expect, it } from "vitest";
import { faultForLog, pathForLog } from "../../server/log-requests";
import { testDatabase } from "../setup/database";
import { openHttpPortal, type HttpPortal } from "./portal-over-http";

let portal: HttpPortal;
let up = true;

beforeAll(async () => {
  const db = await testDatabase();
  portal = await openHttpPortal({
    pool: db.owner,
    isDatabaseUp: () => Promise.resolve(up),
    pages: (req, res, next) => {
      if (req.path === "/fault") return next(new Error("secret words at C:\\somewhere"));
      if (req.path === "/preview")
        res.append("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
      res.json({
        nonce: res.locals["cspNonce"],
        clientIp: req.get("x-client-ip"),
        requestId: res.locals["requestId"],
      });
    },
  });
});

describe("headers", () => {
  it("carry a policy with this response's nonce, and no framework's name", async () => {
    const first = await portal.ask("GET", "/");
    const second = await portal.ask("GET", "/");
    const policy = String(first.headers["content-security-policy"]);
    expect(policy).toContain(
      `script-src 'strict-dynamic' 'nonce-${(JSON.parse(first.body) as { nonce: string }).nonce}'`,
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toBe(second.headers["content-security-policy"]);
    expect(first.headers["x-powered-by"]).toBeUndefined();
    expect(first.headers["x-content-type-options"]).toBe("nosniff");
    expect(first.headers["referrer-policy"]).toBe("no-referrer");
  });

  it("let a page that brings its own policy keep that one alone", async () => {
    const answer = await portal.ask("GET", "/preview");
    expect(answer.headers["content-security-policy"]).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });

  it("give the caller's address and the request's id as the server knows them", async () => {
    const answer = await portal.ask("GET", "/", {
      "x-client-ip": "6.6.6.6",
      "x-request-id": "made-up-by-caller",
    });
    const seen = JSON.parse(answer.body) as { clientIp: string; requestId: string };
    expect(seen.clientIp).toBe("127.0.0.1");
    expect(seen.requestId).not.toBe("made-up-by-caller");
    expect(answer.headers["x-request-id"]).toBe(seen.requestId);
  });
});

describe("health", () => {
  it("tells a process that lives from one that can serve", async () => {
    expect((await portal.ask("GET", "/readyz")).status).toBe(200);
    up = false;
    expect((await portal.ask("GET", "/readyz")).status).toBe(503);
    expect((await portal.ask("GET", "/healthz")).status).toBe(200);
    up = true;
  });
});

describe("a fault", () => {
  it("is a plain page without a word of the error: 500, or 503 when the database is away", async () => {
    const fault = await portal.ask("GET", "/fault");
    expect(fault.status).toBe(500);
    expect(fault.body).not.toMatch(/secret|somewhere|Error/);
    up = false;
    const away = await portal.ask("GET", "/fault");
    up = true;
    expect(away.status).toBe(503);
    expect(away.headers["retry-after"]).toBe("5");
    expect(away.body).toMatch(/cannot reach its records[\s\S]*no puede consultar sus registros/);
  });
});

describe("the log", () => {
  it.each([
    ["/f/3q2-7wABCDEFGHIJKLMNOPqrstuv?x=1", "/f/:id"],
    [
      "/provider/0199a000-0000-7000-8000-000000000001/referrals/0199a000-0000-7000-8000-000000000002",
      "/provider/:id/referrals/:id",
    ],
    ["/en/programs?q=parenting+21215", "/en/programs"],
    ["/people/ana%40example.org", "/people/:id"],
    ["/assets/root-Bx12.js", "/assets/:file"],
    ["/manager/goals", "/manager/goals"],
  ])("keeps %s as %s", (url, kept) => expect(pathForLog(url)).toBe(kept));

  it("keeps kind and place of an error, not its message", () => {
    const said = JSON.stringify(faultForLog(new TypeError("Ana Lopez, 555-0100")));
    expect(said).toContain("TypeError");
    expect(said).not.toContain("Ana");
  });
});
