import { expect, it } from "vitest";
import { plainText } from "./plain-text";

it("shows descriptions as text: entities once, no tags, no scripts", () => {
  expect(plainText("Children&#39;s &amp; parents&#x27; group")).toBe("Children's & parents' group");
  expect(plainText("a &amp;lt;b&amp;gt; c")).toBe("a &lt;b&gt; c");
  expect(plainText("Hi <b>there</b><script>alert(1)</script><img src=x onerror=y>")).toBe("Hi there");
  expect(plainText("one\t\t  two\n\n\n\nthree")).toBe("one two\n\nthree");
});
