import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Ctx } from "~/domain/kernel/context";
import { type PackageAsk, writeHsdsPackage } from "./hsds-package.server";

/**
 * An export in a file that is gone once it has been read: a slow reader holds no transaction open, and nothing of it lies in
 * memory. Answers its bytes and how many they are.
 */
export async function spoolHsdsPackage(
  ctx: Ctx,
  ask: PackageAsk,
): Promise<{ bytes: Readable; size: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), "hsds-export-"));
  const gone = () => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, "directory.zip");
  try {
    await writeHsdsPackage(ctx, ask, (bytes) => pipeline(bytes, createWriteStream(file, { mode: 0o600 })));
    const { size } = await stat(file);
    const bytes = createReadStream(file);
    bytes.once("close", () => void gone());
    return { bytes, size };
  } catch (error) {
    await gone();
    throw error;
  }
}
