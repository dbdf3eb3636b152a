import type { MappedColumn, Role } from "~/analysis/linkage/link-job";
import { agencyChildren, portalChildren } from "~/domain/linkage/compared-sides";

/** The columns of both sides' files are called by their roles. */
export const comparedColumns: MappedColumn[] = [
  ...new Set([...Object.keys(agencyChildren.columns), ...Object.keys(portalChildren.columns)]),
].map((column) => ({ column, role: column as Role, format: null }));
