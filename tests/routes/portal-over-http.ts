import type { AddressInfo } from "node:net";
import http from "node:http";
import type { RequestHandler } from "express";
import type pg from "pg";
import { afterAll } from "vitest";
import { createPortal } from "../../server/create-portal";
import { openLog } from "../../server/log-requests";

export interface HttpAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface HttpPortal {
  /** Sends bytes as they are: fetch would tidy the address and the headers. */
  ask(
    method: string,
    path: string,
    headers?: Record<string, string>,
    body?: string | Buffer,
  ): Promise<HttpAnswer>;
  origin: string;
}

export interface HttpPortalOptions {
  pool: pg.Pool;
  pages: RequestHandler;
  changesPerMinute?: number;
  harvestReads?: number;
  isDatabaseUp?: () => Promise<boolean>;
  clientFolder?: string;
  trustProxy?: number;
  metricsToken?: string;
}

/** The portal's own HTTP layer on a free port, with `pages` at its end. */
export async function openHttpPortal({
  pool,
  pages,
  changesPerMinute = 0,
  harvestReads = 0,
  isDatabaseUp,
  clientFolder,
  trustProxy = 0,
  metricsToken,
}: HttpPortalOptions): Promise<HttpPortal> {
  const portal = createPortal({
    log: openLog("silent"),
    pool,
    health: {
      isDatabaseUp:
        isDatabaseUp ??
        (() =>
          pool.query("select 1").then(
            () => true,
            () => false,
          )),
      isDraining: () => false,
    },
    publicOrigin: undefined,
    trustProxy,
    changesPerMinute,
    harvestReads,
    metricsToken,
    development: false,
    clientFolder: clientFolder ?? null,
    pages,
  });
  const server = portal.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  const ask: HttpPortal["ask"] = (method, path, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const request = http.request(
        { agent: false, port, host: "127.0.0.1", method, path, headers },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(parts).toString(),
            }),
          );
        },
      );
      request.on("error", reject);
      request.end(body);
    });
  return { ask, origin: `http://127.0.0.1:${port}` };
}
