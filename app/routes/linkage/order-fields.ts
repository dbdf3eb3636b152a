import { type ShownField, shownFields, type ShownPair } from "~/domain/linkage/pair-views";

export type Standing = "differs" | "onlyOne" | "same";
export type FieldRow = {
  field: ShownField;
  portal: string | null;
  agency: string | null;
  standing: Standing;
};

const ranks: Record<Standing, number> = { differs: 0, onlyOne: 1, same: 2 };

/** What a text says, whatever its case, accents and signs; of a phone its last ten digits. */
function said(field: ShownField, text: string): string {
  if (field === "phone") return text.replace(/\D/g, "").slice(-10);
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\d@]+/gu, " ")
    .trim();
}

/** What is said of a pair, field by field: what differs first, then what one side alone says, then what agrees. */
export function orderFields({ portal, agency }: ShownPair): FieldRow[] {
  const rows = shownFields.flatMap((field): FieldRow[] => {
    const [one, other] = [portal[field], agency[field]];
    if (one === null && other === null) return [];
    const standing =
      one === null || other === null
        ? "onlyOne"
        : said(field, one) === said(field, other)
          ? "same"
          : "differs";
    return [{ field, portal: one, agency: other, standing }];
  });
  return rows.sort((a, b) => ranks[a.standing] - ranks[b.standing]);
}
