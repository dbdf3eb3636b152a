import http from "node:http";

export interface Round {
  /** Work done each second. */
  perSecond: number;
  /** Milliseconds of each piece of work, in order of finishing. */
  times: number[];
}

export type Work = (n: number) => Promise<void>;

/** Runs `work` with `concurrency` at a time for `seconds`; throws what a piece of work throws. */
export async function driveLoad(work: Work, concurrency: number, seconds: number): Promise<Round> {
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  let started = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const since = performance.now();
      await work(started++);
      times.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return { perSecond: (times.length * 1000) / (performance.now() - start), times };
}

/** The value below which `share` of the times lie (nearest rank). */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export interface HttpAsk {
  path: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
}
export interface HttpAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** A client of one server: keep-alive connections, one a worker, nothing compressed unless a header asks. */
export function httpClient(origin: string, connections: number) {
  // Idle ones go before the server lets go of them, at five seconds: an arm waits while the others have their turn.
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections, timeout: 2_000 });
  const { hostname, port } = new URL(origin);
  const ask = ({ path, method = "GET", headers = {}, body }: HttpAsk): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
      const request = http.request(
        { agent, hostname, port, path, method, headers: { ...headers, ...length } },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", reject);
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
  return { ask, close: () => agent.destroy() };
}
export type HttpClient = ReturnType<typeof httpClient>;
