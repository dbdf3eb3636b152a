import { describe, expect, it } from "vitest";
import { shortcutName } from "./kbd";
import { keyOf } from "./use-shortcuts";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  keyOf({ key, code: "", ctrlKey: false, metaKey: false, altKey: false, ...more });

describe("keys", () => {
  it("are named by modifiers first, whatever Shift did", () => {
    expect([press("R"), press("?"), press("Escape"), press("ArrowDown")]).toEqual([
      "r",
      "?",
      "escape",
      "arrowdown",
    ]);
    expect(press("Enter", { ctrlKey: true })).toBe("ctrl+enter");
    expect(press("Enter", { metaKey: true })).toBe("ctrl+enter");
  });

  it("take the place of the key where Alt changes its character", () => {
    expect(press("†", { altKey: true, code: "KeyT" })).toBe("alt+t");
  });

  it("are printed as on the key caps", () => {
    expect([
      shortcutName("ctrl+enter"),
      shortcutName("alt+t"),
      shortcutName("1"),
      shortcutName("arrowup"),
    ]).toEqual(["Ctrl Enter", "Alt T", "1", "↑"]);
  });
});
