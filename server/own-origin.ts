import type { Request } from "express";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);
const bare = (address: string | undefined) => (address ?? "").replace(/^::ffff:/, "");

/** The host that was asked, when it is this machine's own address or the loopback. */
function ownHost(req: Request, host = req.get("host") ?? ""): URL | null {
  const asked = `${req.protocol}://${host}`;
  const url = URL.canParse(asked) ? new URL(asked) : null;
  const own = bare(req.socket.localAddress);
  return url && (loopback.has(url.hostname) || url.hostname === own || url.hostname === `[${own}]`)
    ? url
    : null;
}

/**
 * The origin that links are built from: PUBLIC_ORIGIN. Without it the host asked for counts only where it is this machine's own
 * address, or the loopback; any other Host is the asker's word and names this machine by its loopback instead.
 */
export function ownOrigin(req: Request, publicOrigin: string | undefined): string {
  if (publicOrigin) return new URL(publicOrigin).origin;
  return ownHost(req)?.origin ?? `${req.protocol}://localhost:${req.socket.localPort ?? 80}`;
}

/** Whether the installation's own address was asked: PUBLIC_ORIGIN, this machine's own or the loopback. */
export function isOwnHost(req: Request, host: string, publicOrigin: string | undefined): boolean {
  if (ownHost(req, host)) return true;
  if (!publicOrigin) return false;
  const { protocol, host: own } = new URL(publicOrigin);
  return URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === own;
}
