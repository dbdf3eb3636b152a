import { describe, expect, it } from "vitest";
import { remarkCodes } from "~/domain/reports/remark-codes";
import { translate } from "~/locales/translator.server";
import { remarkWords } from "./remark-words";

const [en, es] = [translate("en", "admin-records"), translate("es", "admin-records")];
const remark = (code: string, reason: string, column: string | null = null, line = 7) => ({
  ...{ file: "children.csv", line, column, reason, code },
});

describe("what is said of a row", () => {
  it("has words in both languages for every code", () => {
    for (const code of remarkCodes)
      for (const t of [en, es]) expect([code, remarkWords(t, remark(code, "?"))]).not.toEqual([code, "?"]);
  });

  it.each([
    [remark("too_long", "is longer than 500 characters", "tribe"), "tiene más de 500 caracteres"],
    [remark("wrong_cell_count", "has 3 cells, the header has 7"), "tiene 3 celdas, el encabezado tiene 7"],
    [
      remark("unknown_word", "is none of: full, half, step", "relation"),
      "no es ninguna de las palabras de esta columna: full, half, step",
    ],
    [
      remark("unknown_word", "is none of: female, male", "E6"),
      "no es ninguna de las palabras de esta columna: female, male",
    ],
    [
      remark("unlisted_child", "is a child whom no file of children lists: 412 more rows", "child_id", 0),
      "es un niño que ningún archivo de niños nombra: 412 filas más",
    ],
    [
      remark("repeated_id", "12 lines repeat an id: the last one stands", null, 0),
      "12 líneas repiten un número: vale la última",
    ],
    [
      remark("format_blocks", "AFCARS 2020 gives no reports: blocked on it are CA-2A, CA-2B", null, 0),
      "su formato no puede decir todo; por eso quedan bloqueadas CA-2A, CA-2B",
    ],
    [
      remark(
        "older_extract",
        "an extract up to 2026-11-15 came before: that stays the date of the data",
        null,
        0,
      ),
      "antes llegó un extracto hasta el 2026-11-15: esa sigue siendo la fecha de los datos",
    ],
  ])("%o in Spanish", (given, said) => expect(remarkWords(es, given)).toBe(said));

  it("keeps the sentence of a code that has no words any more", () =>
    expect(remarkWords(es, remark("long_gone", "was told then"))).toBe("was told then"));
});
