import { useLoaderData } from "@remix-run/react";
import { usePageFacts } from "../page/page-facts";

const drawings = new WeakMap<object, number>();
let drawn = -1;

/** How often the page got new data since it was loaded; a refused form leaves it as it was. */
function drawingOf(data: unknown): number {
  if (typeof document === "undefined" || typeof data !== "object" || data === null) return 0;
  const known = drawings.get(data) ?? (drawn += 1);
  drawings.set(data, known);
  return known;
}

/** Tells one drawing of a form from the next, so that the same press sent twice is done once (auth/act-once). */
export function FormKey() {
  const { formKey } = usePageFacts();
  const drawing = drawingOf(useLoaderData<unknown>());
  return formKey ? <input type="hidden" name="formKey" value={`${formKey}.${drawing}`} /> : null;
}
