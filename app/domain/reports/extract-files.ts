import { agencyFiles } from "./agency-files";
import { portalFiles } from "./portal-files";

/**
 * The files of contracts.md section 1 in one place: what the import reads, checks and keeps, what the portal writes for its
 * measures, what the engine loads, and the document docs/extract-files.md are made from it.
 */
export const extractFiles = { ...agencyFiles, ...portalFiles } as const;
