import type { MeasureSpec } from "../measure-spec";

type Named = Pick<MeasureSpec, "id" | "unit" | "direction"> & { en: string; es: string };
type Told = Partial<
  Pick<
    MeasureSpec,
    "scale" | "interval" | "variants" | "plain" | "reportingLagDays" | "version" | "compute" | "missing"
  >
>;

/** A measure by what is said of it; a share in percent, from the agency's last day on, unless told otherwise. */
export function describeSpec(provenance: string, { en, es, ...named }: Named, told: Told): MeasureSpec {
  return {
    version: "2026.1",
    title: { en, es },
    plain: { en, es },
    scale: 100,
    provenance,
    reportingLagDays: 0,
    interval: "wilson",
    variants: [],
    compute: null,
    missing: [],
    ...named,
    ...told,
    status: told.compute == null ? "defined_not_tracked" : "tracked",
  };
}
