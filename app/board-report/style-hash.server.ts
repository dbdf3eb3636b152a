import { createHash } from "node:crypto";
import { reportStyle } from "./report-style";

/** The document's style as a Content-Security-Policy allows it by its hash. */
export const styleHash = `'sha256-${createHash("sha256").update(reportStyle).digest("base64")}'`;
