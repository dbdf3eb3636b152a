import { Router } from "express";

export interface Health {
  isDatabaseUp(): Promise<boolean>;
  isDraining(): boolean;
}

/** /healthz: the process lives. /readyz: it can serve, 503 while draining or without database. */
export function answerHealth(health: Health): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => {
    res.setHeader("Cache-Control", "no-store");
    res.type("text").send("ok\n");
  });
  router.get("/readyz", async (_req, res) => {
    const ready = !health.isDraining() && (await health.isDatabaseUp());
    res.setHeader("Cache-Control", "no-store");
    res
      .status(ready ? 200 : 503)
      .type("text")
      .send(ready ? "ready\n" : "not ready\n");
  });
  return router;
}
