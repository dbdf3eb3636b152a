import type { Server } from "node:http";

/** Call it before the first request; what it answers closes the server when all that is under way is answered, four seconds later at most. */
export function drainServer(server: Server): () => Promise<void> {
  let draining = false;
  server.on("request", (_req, res) => {
    // Kept open after its answer, a connection would be waited for to the end, and cut there with what came next on it.
    res.on("close", () => draining && server.closeIdleConnections());
  });
  return async () => {
    draining = true;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 4_000).unref();
    await closed;
  };
}
