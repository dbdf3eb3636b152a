import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { UnusableFiles } from "./import-report";

export const apiLimits = {
  timeoutMs: 60_000,
  answerBytes: 100_000_000,
  pages: 20_000,
  redirects: 3,
  tries: 3,
};

export interface Asking {
  /** Only a person at the terminal may ask an address of the own network. */
  allowPrivate: boolean;
  timeoutMs?: number;
  pauseMs?: number;
}

const inside = new BlockList();
for (const [net, bits] of [
  ["10.0.0.0", 8],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["0.0.0.0", 8],
  ["100.64.0.0", 10],
] as const)
  inside.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
  ["::", 128],
] as const)
  inside.addSubnet(net, bits, "ipv6");

async function checkAddress(url: URL, asking: Asking): Promise<void> {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new UnusableFiles(`${url.protocol}//: only http and https can be read.`);
  if (url.username || url.password)
    throw new UnusableFiles("An address with a name and password in it is not read.");
  if (asking.allowPrivate) return;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host)
    ? [host]
    : (await lookup(host, { all: true }).catch(() => [])).map((one) => one.address);
  if (addresses.some((address) => inside.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")))
    throw new UnusableFiles(`${url.hostname} is an address of this network, which is not read from here.`);
}

async function readBody(response: Response, shown: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (response.body)
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > apiLimits.answerBytes)
        throw new UnusableFiles(`${shown} answered with more than ${apiLimits.answerBytes / 1e6} MB.`);
      pieces.push(piece);
    }
  return Buffer.concat(pieces).toString("utf8");
}

async function ask(
  url: URL,
  asking: Asking,
  redirects = 0,
): Promise<{ status: number; text: string; type: string }> {
  await checkAddress(url, asking);
  const shown = url.href.slice(0, 200);
  const timeout = asking.timeoutMs ?? apiLimits.timeoutMs;
  try {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(timeout),
    });
    const to = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && to) {
      await response.body?.cancel();
      const next = new URL(to, url);
      if (next.host !== url.host)
        throw new UnusableFiles(`${shown} sends on to another host (${next.host}), which is not followed.`);
      if (redirects >= apiLimits.redirects) throw new UnusableFiles(`${shown} sends on and on.`);
      return await ask(next, asking, redirects + 1);
    }
    return {
      status: response.status,
      text: await readBody(response, shown),
      type: response.headers.get("content-type") ?? "",
    };
  } catch (error) {
    if (error instanceof UnusableFiles) throw error;
    const name = error instanceof Error ? error.name : "";
    const why =
      name === "TimeoutError" || name === "AbortError"
        ? `no answer within ${timeout / 1000} seconds`
        : "it cannot be reached";
    throw new UnusableFiles(`${shown}: ${why}.`);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A JSON answer; null when there is no such page (404, 501). Other failures are tried again, then throw UnusableFiles. */
export async function fetchJson(url: URL, asking: Asking): Promise<unknown> {
  const shown = url.href.slice(0, 200);
  for (let turn = 1; ; turn += 1) {
    const { status, text, type } = await ask(url, asking);
    if (status === 404 || status === 405 || status === 501) return null;
    if (status === 429 || status >= 500) {
      if (turn >= apiLimits.tries) throw new UnusableFiles(`${shown} answered ${status}, ${turn} times.`);
      await pause((asking.pauseMs ?? 2_000) * turn);
      continue;
    }
    if (status !== 200) throw new UnusableFiles(`${shown} answered ${status}.`);
    try {
      return JSON.parse(text) as unknown;
    } catch {
      const what = /html/i.test(type) || /^\s*</.test(text) ? "a web page" : "something that is not JSON";
      throw new UnusableFiles(`${shown} answered with ${what}.`);
    }
  }
}
