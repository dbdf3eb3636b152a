import { expect, it } from "vitest";
import { csvResponse, writeCsv } from "./write-csv";

it("disarms formulas and quotes what needs it", () => {
  const cells = ["=1+1", "+a", "-b", "@c", "\tx", "<11", "a,b", 'say "x"', "two\nlines", null, -3.5];
  expect(writeCsv(["a"], [cells])).toBe(
    `\uFEFFa\r\n'=1+1,'+a,'-b,'@c,'\tx,<11,"a,b","say ""x""","two\nlines",,-3.5\r\n`,
  );
});

it("writes a BOM, one header row, and a safe file name", () => {
  expect(writeCsv(["a", "b"], [["é", 1]])).toBe("\uFEFFa,b\r\né,1\r\n");
  expect(csvResponse('x"\n.csv', "").headers.get("Content-Disposition")).toBe(
    'attachment; filename="x--.csv"',
  );
});
