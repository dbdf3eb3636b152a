import { expect, it } from "vitest";
import { readNicknameFile, readNicknames } from "./nickname-roots";

it("keeps several formal names of a nickname", () => {
  const roots = readNicknames("# head\nalbert: al bert\nalan: al\n");
  expect(roots.rootsOf("al")).toEqual(["alan", "albert"]);
  expect(roots.rootsOf("albert")).toEqual(["albert"]);
  expect(roots.rootsOf("zed")).toEqual([]);
  expect([roots.isFormal("alan"), roots.isFormal("al")]).toEqual([true, false]);
});

it("knows English and Spanish ones", () => {
  const { rootsOf } = readNicknameFile();
  expect(rootsOf("bob")).toContain("robert");
  expect(rootsOf("paco")).toContain("francisco");
  expect(rootsOf("lupe")).toContain("guadalupe");
});
